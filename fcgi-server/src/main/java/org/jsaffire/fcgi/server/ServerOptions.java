package org.jsaffire.fcgi.server;

import java.util.EnumSet;
import java.util.Set;
import org.jsaffire.fcgi.protocol.ParamsLimits;
import org.jsaffire.fcgi.protocol.Role;
import org.jsaffire.fcgi.request.RequestLimits;

/**
 * How an endpoint works. Immutable; made by {@link #builder()}, whose defaults are safe.
 *
 * @param threads requests that run at a time
 * @param queueLength requests beyond those, in any state between BEGIN_REQUEST and END_REQUEST; the
 *     next one is answered OVERLOADED
 * @param queueWaitMillis how long a request waits for a thread before it is answered 503; 0 means
 *     without limit
 * @param maxConnections open at a time; further ones wait in the listener's backlog
 * @param multiplex several requests at a time on one connection; false answers CANT_MPX_CONN
 * @param roles the application offers; others are answered UNKNOWN_ROLE
 * @param freshMillis for a new connection to send its first request; 0 means without limit
 * @param idleMillis for a kept connection to send the next one; 0 means without limit
 * @param drainMillis for the peer to stop sending after the last reply
 * @param stopMillis for running requests at a stop
 * @param inputBufferBytes read from a connection at a time
 * @param stackBytes of a thread that runs requests; 0 means the JVM's default
 * @param requestLimits of one request
 * @param paramsLimits of one PARAMS stream
 */
public record ServerOptions(
    int threads,
    int queueLength,
    long queueWaitMillis,
    int maxConnections,
    boolean multiplex,
    Set<Role> roles,
    long freshMillis,
    long idleMillis,
    long drainMillis,
    long stopMillis,
    int inputBufferBytes,
    long stackBytes,
    RequestLimits requestLimits,
    ParamsLimits paramsLimits) {

  public ServerOptions {
    require(threads >= 1, "threads", threads, "at least 1");
    require(queueLength >= 0, "queueLength", queueLength, "0 or more");
    require(maxConnections >= 1, "maxConnections", maxConnections, "at least 1");
    require(inputBufferBytes >= 64, "inputBufferBytes", inputBufferBytes, "at least 64");
    roles = Set.copyOf(roles);
  }

  private static void require(boolean holds, String name, long value, String wanted) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + ", want " + wanted);
    }
  }

  /** FCGI_MAX_REQS: requests between BEGIN_REQUEST and END_REQUEST at a time. */
  public int maxRequests() {
    return threads + queueLength;
  }

  public static ServerOptions defaults() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects options. */
  public static final class Builder {
    private int threads = 8;
    private int queueLength = 1024;
    private long queueWaitMillis = 30_000;
    private int maxConnections = 16_384;
    private boolean multiplex = true;
    private Set<Role> roles = EnumSet.allOf(Role.class);
    private long freshMillis = 60_000;
    private long idleMillis = 600_000;
    private long drainMillis = 2_000;
    private long stopMillis = 10_000;
    private int inputBufferBytes = 32 << 10;
    private long stackBytes = 16L << 20;
    private RequestLimits requestLimits = RequestLimits.DEFAULTS;
    private ParamsLimits paramsLimits = ParamsLimits.DEFAULTS;

    private Builder() {}

    public Builder threads(int count) {
      threads = count;
      return this;
    }

    public Builder queueLength(int count) {
      queueLength = count;
      return this;
    }

    public Builder queueWaitMillis(long millis) {
      queueWaitMillis = millis;
      return this;
    }

    public Builder maxConnections(int count) {
      maxConnections = count;
      return this;
    }

    public Builder multiplex(boolean allowed) {
      multiplex = allowed;
      return this;
    }

    public Builder roles(Set<Role> offered) {
      roles = offered;
      return this;
    }

    public Builder freshMillis(long millis) {
      freshMillis = millis;
      return this;
    }

    public Builder idleMillis(long millis) {
      idleMillis = millis;
      return this;
    }

    public Builder drainMillis(long millis) {
      drainMillis = millis;
      return this;
    }

    public Builder stopMillis(long millis) {
      stopMillis = millis;
      return this;
    }

    public Builder inputBufferBytes(int bytes) {
      inputBufferBytes = bytes;
      return this;
    }

    public Builder stackBytes(long bytes) {
      stackBytes = bytes;
      return this;
    }

    public Builder requestLimits(RequestLimits limits) {
      requestLimits = limits;
      return this;
    }

    public Builder paramsLimits(ParamsLimits limits) {
      paramsLimits = limits;
      return this;
    }

    /** The options; every value is checked. */
    public ServerOptions build() {
      return new ServerOptions(
          threads,
          queueLength,
          queueWaitMillis,
          maxConnections,
          multiplex,
          roles,
          freshMillis,
          idleMillis,
          drainMillis,
          stopMillis,
          inputBufferBytes,
          stackBytes,
          requestLimits,
          paramsLimits);
    }
  }
}
