package org.jsaffire.sapi;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jsaffire.sapi.form.FormField;
import org.jsaffire.sapi.session.SessionStore;

/**
 * One request or one run of a program, as a script sees it. Lives as long as the run; used by one
 * thread at a time, except {@link #isAborted()}, which any thread may ask.
 */
public interface RequestContext {
  Sapi sapi();

  /**
   * The environment: names of CGI/1.1, case-sensitive, in the order received. {@code FCGI_ROLE} is
   * always set in web modes, {@code HTTP_PROXY} never. Values keep bytes that are not UTF-8 as
   * U+DC80 to U+DCFF ({@link RawText}). Unmodifiable.
   */
  Map<String, String> environment();

  /**
   * The request body, or standard input. Reading fails with an {@link java.io.IOException} when the
   * peer ends early, instead of reporting the end. After {@link #startFilterData()} it delivers the
   * data stream.
   */
  InputStream stdin();

  /** Where the script prints. Its first byte that leaves takes {@link #head()} with it. */
  ScriptOutput stdout();

  /** Errors: the container's log, FCGI STDERR, or standard error. Has no head. */
  ScriptOutput stderr();

  /** Status and headers, writable until they have left. */
  ResponseHead head();

  /**
   * Switches {@link #stdin()} to the data stream of a FastCGI filter.
   *
   * @return false unless the role is FILTER and the body has been read to its end
   */
  default boolean startFilterData() {
    return false;
  }

  /**
   * Sends headers in an interim response 103, where server and protocol can; else does nothing.
   *
   * @param headers checked as those of {@link #head()} are
   */
  default void sendEarlyHints(List<FormField> headers) {}

  /** The sessions of whoever runs this request, such as a servlet container; null for none. */
  default SessionStore sessionStore() {
    return null;
  }

  /** The exit status of the request; the last call wins. */
  void setExitStatus(int status);

  /** The peer has aborted the request or closed the connection. */
  boolean isAborted();

  /**
   * Sends what is left of the reply and ends it for the client, while the script runs on. Later
   * output is dropped. Does nothing when called again.
   */
  void finish();
}
