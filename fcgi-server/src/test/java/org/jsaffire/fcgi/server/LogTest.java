package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row P6: what is wrong with a peer goes to the log, not into replies. */
class LogTest {
  private final Logger logger = Logger.getLogger("org.jsaffire.fcgi.server");
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          lines.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(handler);
    logger.setLevel(Level.WARNING);
  }

  @AfterEach
  void stopListening() {
    logger.setLevel(null);
    logger.removeHandler(handler);
  }

  @Test
  void p6_protocolErrorsAreLoggedAndNotSent() throws Exception {
    try (Wire wire = new Wire(false, Wire.Division.WHOLE, 0)) {
      RawClient client = wire.connect();
      client.begin(5, 1, 1).begin(5, 1, 1).sendUntilClosed().expectGone();
      String line = lines.poll(20, TimeUnit.SECONDS);
      assertTrue(line != null && line.contains("BEGIN_REQUEST for the active request 5"), line);
      assertTrue(line.contains("127.0.0.1"), line);
    }
  }
}
