package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.util.function.Consumer;
import org.jsaffire.fcgi.request.Refusal;
import org.jsaffire.fcgi.request.WireExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls an application and sees to it that every request ends. */
final class ApplicationRunner implements Consumer<WireExchange> {
  private static final Logger LOG = LoggerFactory.getLogger(ApplicationRunner.class);

  private final Application application;

  ApplicationRunner(Application application) {
    this.application = application;
  }

  @Override
  public void accept(WireExchange exchange) {
    try {
      application.service(exchange);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      onFailure(exchange, e);
    } finally {
      finish(exchange);
    }
  }

  private static void onFailure(WireExchange exchange, Throwable failure) {
    if (exchange.isAborted()) {
      LOG.debug("{} was aborted, application failed", exchange, failure);
      return;
    }
    LOG.error("{} failed", exchange, failure);
    if (exchange.exitStatus() == 0) {
      exchange.setExitStatus(1);
    }
    if (!exchange.isFinished() && !exchange.hasOutput()) {
      Refusal.send(exchange, 500);
    }
  }

  private static void finish(WireExchange exchange) {
    try {
      exchange.finish();
    } catch (IOException e) {
      LOG.debug("{} was not delivered", exchange, e);
    }
  }
}
