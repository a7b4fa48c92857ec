package org.jsaffire.fcgi.server;

import org.jsaffire.fcgi.request.Exchange;

/** Answers requests, several at a time. */
@FunctionalInterface
public interface Application {
  /**
   * Answers one request. The exchange is finished when the call returns, if the application has not
   * done so.
   *
   * @throws Exception is logged; if nothing was written yet, the reply is status 500
   */
  void service(Exchange exchange) throws Exception;
}
