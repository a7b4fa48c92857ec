package org.jsaffire.fcgi.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsaffire.fcgi.request.Exchange;

/** The application under the wire tests. The parameter DO says what it does. */
final class WireApp implements Application {
  private static final String HEAD = "Status: 200 OK\r\nContent-Type: text/plain\r\n\r\n";

  private static final Map<String, LinkedBlockingQueue<String>> EVENTS = new ConcurrentHashMap<>();
  private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

  /** What the application said under that token; waits for it. */
  static String event(String token) throws InterruptedException {
    String event = events(token).poll(20, TimeUnit.SECONDS);
    return event == null ? "nothing happened" : event;
  }

  /** Lets the applications go on that wait at that gate. */
  static void open(String token) {
    gate(token).countDown();
  }

  private static LinkedBlockingQueue<String> events(String token) {
    return EVENTS.computeIfAbsent(token, k -> new LinkedBlockingQueue<>());
  }

  private static CountDownLatch gate(String token) {
    return GATES.computeIfAbsent(token, k -> new CountDownLatch(1));
  }

  private static void say(Exchange exchange, String what) {
    String token = exchange.param("TOKEN");
    if (token != null) {
      events(token).add(what);
    }
  }

  private static void pass(Exchange exchange) throws InterruptedException {
    if (!gate(exchange.param("TOKEN")).await(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("gate stayed shut");
    }
  }

  private static void print(Exchange exchange, String text) throws IOException {
    exchange.out().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void service(Exchange exchange) throws Exception {
    String action = exchange.param("DO");
    switch (action == null ? "hello" : action) {
      case "hello" -> print(exchange, HEAD + "hello");
      case "nothing" -> say(exchange, "ran");
      case "echo" -> print(exchange, HEAD + read(exchange.in()));
      case "param" -> print(exchange, HEAD + exchange.param(exchange.param("NAME")));
      case "params" -> dumpParams(exchange);
      case "role" -> print(exchange, HEAD + exchange.role() + " " + exchange.param("FCGI_ROLE"));
      case "exit" -> exchange.setExitStatus(Integer.parseInt(exchange.param("STATUS")));
      case "big" -> big(exchange, Integer.parseInt(exchange.param("SIZE")));
      case "gate" -> gated(exchange);
      case "abort" -> untilAbort(exchange);
      case "body" -> readBody(exchange);
      case "early" -> early(exchange);
      case "errors" -> errors(exchange);
      case "late" -> late(exchange);
      case "flush" -> flushes(exchange);
      case "filter" -> filter(exchange);
      case "skip" -> skipData(exchange);
      case "eager" -> eagerFilter(exchange);
      case "sequence" -> wrongSequence(exchange);
      case "throw" -> throw new IllegalStateException("thrown on purpose");
      case "finish" -> finishEarly(exchange);
      case "abandon" -> exchange.abandon(true);
      default -> throw new IllegalArgumentException(action);
    }
  }

  private static void dumpParams(Exchange exchange) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < exchange.params().count(); i++) {
      text.append(exchange.params().nameLatin1(i)).append('=');
      text.append(exchange.params().valueLatin1(i)).append('\n');
    }
    print(exchange, text.toString());
  }

  private static void big(Exchange exchange, int size) throws IOException {
    print(exchange, HEAD);
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    exchange.out().write(bytes);
  }

  private static void gated(Exchange exchange) throws Exception {
    say(exchange, "running");
    pass(exchange);
    print(exchange, HEAD + "passed");
  }

  private static void untilAbort(Exchange exchange) throws Exception {
    CountDownLatch aborted = new CountDownLatch(1);
    exchange.onAbort(aborted::countDown);
    say(exchange, "running");
    boolean seen = aborted.await(20, TimeUnit.SECONDS);
    exchange.setExitStatus(77);
    say(exchange, "aborted " + (seen && exchange.isAborted()));
  }

  private static void readBody(Exchange exchange) throws IOException {
    say(exchange, "running");
    try {
      String body = read(exchange.in());
      say(exchange, "read " + body.length());
      print(exchange, HEAD + "read " + body.length());
    } catch (IOException e) {
      say(exchange, "failed: " + e.getMessage());
      print(exchange, HEAD + "failed: " + e.getMessage());
    }
  }

  /** Writes before reading anything, then echoes what comes. */
  private static void early(Exchange exchange) throws IOException {
    print(exchange, HEAD + "early ");
    exchange.out().flush();
    print(exchange, read(exchange.in()));
  }

  private static void errors(Exchange exchange) throws IOException {
    exchange.err().write("one ".getBytes(StandardCharsets.ISO_8859_1));
    exchange.err().flush();
    say(exchange, "warned");
    if (exchange.param("OUT") != null) {
      print(exchange, HEAD + "out");
      exchange.out().flush();
      exchange.err().write("two".getBytes(StandardCharsets.ISO_8859_1));
      exchange.err().flush();
    }
  }

  private static void late(Exchange exchange) throws IOException {
    OutputStream out = exchange.out();
    print(exchange, HEAD + "done");
    exchange.finish();
    exchange.finish();
    try {
      out.write(1);
      out.flush();
      say(exchange, "written");
    } catch (IOException e) {
      say(exchange, "refused: " + e.getMessage());
    }
  }

  private static void flushes(Exchange exchange) throws IOException {
    exchange.out().flush();
    exchange.err().flush();
    print(exchange, HEAD);
    exchange.out().flush();
    exchange.out().flush();
    print(exchange, "end");
  }

  private static void filter(Exchange exchange) throws IOException {
    String body = read(exchange.in());
    boolean switched = exchange.startFilterData();
    String reply = HEAD + body + "|" + switched + "|";
    try {
      print(exchange, reply + read(exchange.in()));
    } catch (IOException e) {
      print(exchange, reply + "failed: " + e.getMessage());
    }
    print(exchange, "|" + exchange.dataLength() + "|" + exchange.dataLastModified());
  }

  private static void skipData(Exchange exchange) throws IOException {
    read(exchange.in());
    print(exchange, HEAD + "cached");
  }

  /** Writes before it has read anything. */
  private static void eagerFilter(Exchange exchange) throws IOException {
    print(exchange, HEAD + "eager ");
    exchange.out().flush();
    print(exchange, read(exchange.in()));
  }

  private static void wrongSequence(Exchange exchange) throws IOException {
    boolean switched = exchange.startFilterData();
    print(exchange, HEAD + switched + " " + exchange.in().read());
  }

  private static void finishEarly(Exchange exchange) throws Exception {
    print(exchange, HEAD + "finished");
    exchange.finish();
    pass(exchange);
    say(exchange, "went on");
  }
}
