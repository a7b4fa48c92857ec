package org.jsaffire.fcgi.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jsaffire.cli.Main;
import org.jsaffire.fcgi.clients.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastCgiCommandTest {
  @TempDir Path directory;

  private static Process start(String... words) throws Exception {
    List<String> command = JavaProcess.command(Main.class, words);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Row P5: SIGTERM ends the process with status 0. */
  @Test
  void p5_termStopsWithStatusZero() throws Exception {
    Path socket = directory.resolve("s");
    Process process = start("fastcgi", "--listen", socket.toString());
    try (BufferedReader out = output(process)) {
      assertEquals("Listening on " + socket, out.readLine());
      try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
        channel.write(ByteBuffer.wrap(new byte[] {1, 9, 0, 0, 0, 0, 0, 0}));
        ByteBuffer reply = ByteBuffer.allocate(8);
        assertEquals(8, channel.read(reply));
        assertEquals(10, reply.get(1));
      }
      process.toHandle().destroy();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
      assertFalse(Files.exists(socket));
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, 'Fatal error: bind address should be in <host|ip>:<port> format'",
    "127.0.0.1:0, Fatal error: Incorrect value for port specified",
    "127.0.0.1:99999, Fatal error: Incorrect value for port specified",
  })
  void wrongAddressesAreFatal(String address, String message) throws Exception {
    Process process = start("fastcgi", "--listen", address);
    try (BufferedReader out = output(process)) {
      assertEquals(message, out.readLine());
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      assertEquals(1, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }
}
