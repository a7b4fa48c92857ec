package org.jsaffire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.Test;

class CliContextTest {
  private final ByteArrayOutputStream both = new ByteArrayOutputStream();

  private CliContext context(InputStream in, OutputStream out) {
    return new CliContext(
        new Host(in, out, both, Map.of(), Host.system().clock(), Path.of("/")), Sapi.CLI);
  }

  private String text() {
    return both.toString(StandardCharsets.UTF_8);
  }

  @Test
  void nothingButTheBodyIsPrinted() {
    CliContext run = context(InputStream.nullInputStream(), both);
    run.head().setStatus(404, "");
    run.stdout().print("hello");
    assertEquals("", text());
    run.finish();
    assertEquals("hello", text());
  }

  @Test
  void errorsKeepTheirPlaceInTheOutput() {
    CliContext run = context(InputStream.nullInputStream(), both);
    run.stdout().print("1");
    run.stderr().print("2");
    run.stderr().flush();
    run.stdout().print("3");
    run.finish();
    assertEquals("123", text());
  }

  @Test
  void promptAppearsBeforeTheProgramWaits() throws IOException {
    InputStream asking =
        new InputStream() {
          @Override
          public int read() {
            return read(new byte[1], 0, 1);
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            assertEquals("name? ", text());
            return -1;
          }
        };
    CliContext run = context(asking, both);
    run.stdout().print("name? ");
    assertEquals(-1, run.stdin().read());
  }

  @Test
  void closedOutputAborts() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    CliContext run = context(InputStream.nullInputStream(), closed);
    assertFalse(run.isAborted());
    run.stdout().print("x");
    run.stdout().flush();
    assertTrue(run.isAborted());
  }
}
