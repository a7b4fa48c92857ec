package org.jsaffire.fcgi.request;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.jsaffire.fcgi.protocol.Params;
import org.jsaffire.fcgi.protocol.Role;

/**
 * One request and its reply, as an application sees it: what {@code FCGX_Request} is to a C
 * program. Comes from a FastCGI connection or, for a program started as plain CGI, from the process
 * itself.
 *
 * <p>The reply is what the application writes to {@link #out()}: a CGI header block ({@code
 * Status:}, {@code Content-Type:}, an empty line), then the body (FastCGI 1.0, 6.1). Lives from the
 * end of PARAMS to {@link #finish()}. Used by one thread at a time, except {@link #isAborted()},
 * {@link #onAbort} and the accessors of the request's own data, which any thread may call.
 */
public abstract class Exchange implements AutoCloseable {
  /** The id on the connection, 1 to 65535; 0 under CGI. */
  public abstract int requestId();

  public abstract Role role();

  /** The web server wants the connection to stay open behind this request. */
  public abstract boolean keepsConnection();

  /** The parameters as bytes, in the order received, duplicates included. */
  public abstract Params params();

  /**
   * The parameters as text: case-sensitive, in the order received, of duplicates the last;
   * FCGI_ROLE always, HTTP_PROXY never in it. Bytes that are not UTF-8 are U+DC80 to U+DCFF.
   * SCRIPT_FILENAME, SCRIPT_NAME, PATH_INFO and PATH_TRANSLATED are in the shape of {@link
   * ScriptNames}. Unmodifiable.
   */
  public abstract Map<String, String> environment();

  /** The parameter of that name, or null. */
  public final String param(String name) {
    return environment().get(name);
  }

  /** CONTENT_LENGTH in bytes, or -1 when it is unknown; 0 for an authorizer. */
  public abstract long contentLength();

  /** FCGI_DATA_LENGTH in bytes, or -1 when it is absent or no number. */
  public final long dataLength() {
    return CgiNumbers.parse(param("FCGI_DATA_LENGTH"));
  }

  /** FCGI_DATA_LAST_MOD in seconds since 1970, or -1 when it is absent or no number. */
  public final long dataLastModified() {
    return CgiNumbers.parse(param("FCGI_DATA_LAST_MOD"));
  }

  /**
   * The request body; after {@link #startFilterData()} the file of a filter. Reading waits for
   * input, takes back one byte ({@code unread}), and fails with an {@link IOException} when the
   * peer sent less than CONTENT_LENGTH, was silent too long, aborted the request, or went away.
   */
  public abstract PushbackInputStream in();

  /**
   * Switches {@link #in()} to the DATA stream.
   *
   * @return false unless the role is FILTER and STDIN was read to its end; {@link #in()} tells the
   *     end from then on
   */
  public abstract boolean startFilterData();

  /**
   * The DATA stream itself, for reading beside {@link #in()}; empty unless the role is FILTER. Not
   * to be mixed with {@link #startFilterData()}.
   */
  public abstract PushbackInputStream dataStream();

  /**
   * STDOUT, buffered by 8192 bytes; {@code flush} makes a record. Writing waits for the peer, and
   * fails with an {@link IOException} when the peer is gone, the request was aborted, or the
   * exchange is finished.
   */
  public abstract OutputStream out();

  /**
   * STDERR. Held back until STDOUT has data or the request ends, because a wide-spread web server
   * does not survive it earlier; buffered by 512 bytes then.
   */
  public abstract OutputStream err();

  /** The exit status that END_REQUEST carries, 32 bits; the last call counts. */
  public abstract void setExitStatus(int status);

  public abstract int exitStatus();

  /** The web server aborted the request, or closed the connection. */
  public abstract boolean isAborted();

  /** Calls back once when the request is aborted, on a thread of the connection; must not block. */
  public abstract void onAbort(Runnable callback);

  /**
   * Ends the reply: what is buffered, the ends of the streams, END_REQUEST. The connection closes
   * unless the web server keeps it. Does nothing when called again.
   *
   * @throws IOException the reply could not be delivered
   */
  public abstract void finish() throws IOException;

  /**
   * Drops the request without another byte to the web server.
   *
   * @param closeConnection ends the connection too, and its other requests
   */
  public abstract void abandon(boolean closeConnection);

  /**
   * Takes the connection out of the server's hands: it is neither read nor closed once this request
   * is finished.
   *
   * @return the channel, non-blocking, the caller's from {@link #finish()} on
   * @throws IllegalStateException the connection carries other requests, or there is none
   */
  public abstract SocketChannel detach();

  public abstract boolean isFinished();

  /** The web server's end of the connection; null under CGI. */
  public abstract SocketAddress remoteAddress();

  /** Our end of the connection; null under CGI. */
  public abstract SocketAddress localAddress();

  /** As {@link #finish()}. */
  @Override
  public final void close() throws IOException {
    finish();
  }
}
