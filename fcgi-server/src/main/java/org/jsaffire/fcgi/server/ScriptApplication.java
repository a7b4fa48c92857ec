package org.jsaffire.fcgi.server;

import java.util.function.Consumer;
import org.jsaffire.engine.Engine;
import org.jsaffire.fcgi.request.FastCgiRequestContext;
import org.jsaffire.fcgi.request.Refusal;
import org.jsaffire.fcgi.request.WireExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests by scripts. The engine finishes each reply; a failure in it must not stay. */
final class ScriptApplication implements Consumer<WireExchange> {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptApplication.class);

  private final Engine engine;
  private final int outputBufferBytes;

  ScriptApplication(Engine engine) {
    this.engine = engine;
    this.outputBufferBytes = engine.options().outputBufferBytes();
  }

  @Override
  public void accept(WireExchange exchange) {
    FastCgiRequestContext context = new FastCgiRequestContext(exchange, outputBufferBytes);
    try {
      engine.serve(context);
    } catch (RuntimeException | Error e) {
      LOG.error("{} from {} failed in the engine", exchange, exchange.remoteAddress(), e);
      if (!context.head().isCommitted()) {
        Refusal.send(exchange, 500);
      }
      if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
        throw e;
      }
    } finally {
      context.finish();
    }
  }
}
