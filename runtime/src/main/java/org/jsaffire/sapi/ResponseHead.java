package org.jsaffire.sapi;

import java.util.ArrayList;
import java.util.List;

/**
 * Status and headers of a reply, in order. Frozen by {@link #commit()}, which the sink calls when
 * the head leaves. Used by one thread.
 */
public final class ResponseHead {
  /** The {@code Content-Type} of pages that have none of their own. */
  public static final String DEFAULT_TYPE = "text/html; charset=UTF-8";

  private int status = 200;
  private String reason = "";
  private final List<String> names = new ArrayList<>(4);
  private final List<String> values = new ArrayList<>(4);
  private boolean committed;

  /** The status code, 100 to 999. */
  public int status() {
    return status;
  }

  /** The reason phrase; empty for the standard one. */
  public String reason() {
    return reason;
  }

  /**
   * Sets the status.
   *
   * @throws IllegalStateException the head has left
   * @throws IllegalArgumentException the status is not in 100 to 999, or the reason has control
   *     characters
   */
  public void setStatus(int status, String reason) {
    checkOpen();
    if (status < 100 || status > 999) {
      throw new IllegalArgumentException("Invalid status " + status);
    }
    checkValue(reason);
    this.status = status;
    this.reason = reason;
  }

  /**
   * Sets or adds a header. Names are compared ignoring ASCII case; the first spelling stays at its
   * place when a header is replaced.
   *
   * @throws IllegalStateException the head has left
   * @throws IllegalArgumentException the name is no token, or the value has CR, LF, NUL or another
   *     control character than the tab
   */
  public void setHeader(String name, String value, boolean replace) {
    checkOpen();
    checkName(name);
    checkValue(value);
    int i = replace ? indexOf(name) : -1;
    if (i < 0) {
      names.add(name);
      values.add(value);
      return;
    }
    values.set(i, value);
    for (int k = names.size() - 1; k > i; k--) {
      if (names.get(k).equalsIgnoreCase(name)) {
        remove(k);
      }
    }
  }

  /**
   * Checks a header without setting it.
   *
   * @throws IllegalArgumentException as {@link #setHeader}
   */
  public static void check(String name, String value) {
    checkName(name);
    checkValue(value);
  }

  /** Removes every header of that name. */
  public void removeHeader(String name) {
    checkOpen();
    for (int k = names.size() - 1; k >= 0; k--) {
      if (names.get(k).equalsIgnoreCase(name)) {
        remove(k);
      }
    }
  }

  /** Back to status 200 without headers, for error pages. */
  public void reset() {
    checkOpen();
    status = 200;
    reason = "";
    names.clear();
    values.clear();
  }

  /** The value of the first header of that name, or null. */
  public String header(String name) {
    int i = indexOf(name);
    return i < 0 ? null : values.get(i);
  }

  public int headerCount() {
    return names.size();
  }

  public String headerName(int i) {
    return names.get(i);
  }

  public String headerValue(int i) {
    return values.get(i);
  }

  /** Replies of this status may have a body (RFC 9110, 6.4.1). */
  public boolean hasBody() {
    return status >= 200 && status != 204 && status != 304;
  }

  /** The head has left; it cannot be changed any more. */
  public boolean isCommitted() {
    return committed;
  }

  /** Freezes the head. */
  public void commit() {
    committed = true;
  }

  private void remove(int i) {
    names.remove(i);
    values.remove(i);
  }

  private int indexOf(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  private void checkOpen() {
    if (committed) {
      throw new IllegalStateException("Headers are already sent");
    }
  }

  private static void checkName(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("Invalid header name ''");
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean token =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
      if (!token) {
        throw new IllegalArgumentException("Invalid header name");
      }
    }
  }

  private static void checkValue(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw new IllegalArgumentException("Invalid header value");
      }
    }
  }
}
