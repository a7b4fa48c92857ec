package org.jsaffire.golden;

import java.util.List;

/** A way of answering requests. */
public interface WebServer {
  /**
   * A reply.
   *
   * @param headers in the order received
   * @param body its bytes as {@link org.jsaffire.sapi.RawText} keeps them
   */
  record Reply(int status, List<WebMessage.Header> headers, String body) {}

  /**
   * Sends a request and waits for the whole reply.
   *
   * @param uri path and query, beginning with a slash, below {@link WebCorpus#directory()}
   * @param request its headers hold the cookies of earlier replies, and no Content-Length unless
   *     the case wants a particular one
   */
  Reply send(String uri, WebMessage request) throws Exception;

  /** Adds no headers of its own, so that replies can be compared as a whole. */
  default boolean isBare() {
    return false;
  }
}
