package org.jsaffire.fcgi.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsaffire.fcgi.protocol.RecordType;
import org.jsaffire.fcgi.server.RawClient.Rec;
import org.jsaffire.fcgi.server.RawClient.Reply;

/** Scripts as FastCGI applications: streams, status, roles, failures. */
class ScriptRowsTest extends WireTests {
  private static final int RESPONDER = 1;
  private static final int AUTHORIZER = 2;
  private static final int FILTER = 3;

  private static RawClient begin(Wire wire, int role, String script, String... more)
      throws IOException {
    List<String> params = new ArrayList<>();
    params.add("SCRIPT_FILENAME");
    params.add(ScriptServers.raw(ScriptServers.WEBAPP.resolve(script).toString()));
    params.addAll(List.of(more));
    RawClient client = wire.connect(ScriptServers.standard());
    return client.begin(1, role, 1).params(1, params.toArray(new String[0]));
  }

  private static Reply get(Wire wire, String script, String... more) throws IOException {
    RawClient client = begin(wire, RESPONDER, script, more);
    return client.endStdin(1).send().reply(1);
  }

  private static Reply reply(Wire wire, String verb, String query) throws IOException {
    return get(wire, "reply.sf", "REQUEST_METHOD", verb, "QUERY_STRING", query);
  }

  private static void expect(String head, String body, Reply reply) {
    assertEquals(head.replace("\n", "\r\n") + "\r\n" + body, reply.out());
  }

  @Row
  void helloPage(Wire wire) throws IOException {
    Reply reply = get(wire, "hello.sf", "REQUEST_METHOD", "GET");
    String head = "Status: 200 OK\nContent-Type: text/html; charset=UTF-8\nContent-Length: 15\n";
    expect(head, "Hello, FastCGI!", reply);
    assertEquals("", reply.err());
    assertEquals(0, reply.appStatus());
    assertEquals(0, reply.count(RecordType.STDERR));
  }

  @Row(singleBytes = false, everySplit = false)
  void queryFormAndDefault(Wire wire) throws IOException {
    RawClient client =
        begin(
            wire,
            RESPONDER,
            "form.sf",
            "REQUEST_METHOD",
            "POST",
            "QUERY_STRING",
            "a=%C3%A9+1",
            "CONTENT_TYPE",
            "application/x-www-form-urlencoded",
            "CONTENT_LENGTH",
            "5");
    Reply reply = client.stdin(1, "a=%").stdin(1, "26").endStdin(1).send().reply(1);
    assertEquals(ScriptServers.raw("é 1|&|-"), reply.body());
  }

  @Row(singleBytes = false, everySplit = false)
  void bodyWithoutLength(Wire wire) throws IOException {
    RawClient client = begin(wire, RESPONDER, "body.sf", "REQUEST_METHOD", "POST");
    String body = "0123456789".repeat(5000);
    Reply reply = client.stdin(1, body).stdin(1, "end").endStdin(1).send().reply(1);
    assertEquals(body + "end", reply.body());
  }

  @Row(singleBytes = false, everySplit = false)
  void environmentInTheOrderReceived(Wire wire) throws IOException {
    Reply reply =
        get(wire, "environment.sf", "B", "x=y=z", "A", "", "b", "lower", "HTTP_PROXY", "evil");
    String body = reply.body();
    assertTrue(body.contains("\nB=x=y=z\nA=\nb=lower\n"), body);
    assertTrue(body.contains("FCGI_ROLE=RESPONDER\n"), body);
    assertFalse(body.contains("HTTP_PROXY"), body);
    assertTrue(body.endsWith("RESPONDER fastcgi"), body);
  }

  @Row(singleBytes = false, everySplit = false)
  void errorsGoToStderr(Wire wire) throws IOException {
    Reply reply = get(wire, "errors.sf");
    assertEquals("page", reply.body());
    assertEquals("one two\n", reply.err());
    assertEquals(0, reply.appStatus());
  }

  @Row(singleBytes = false, everySplit = false)
  void exitEndsThePageWithItsStatus(Wire wire) throws IOException {
    Reply reply = get(wire, "exit.sf");
    assertTrue(reply.head().startsWith("Status: 200 OK\r\n"), reply.head());
    assertEquals("before", reply.body());
    assertEquals(7, reply.appStatus());
    assertEquals(0, reply.protocolStatus());
  }

  @Row(singleBytes = false, everySplit = false)
  void lastExitStatusCounts(Wire wire) throws IOException {
    Reply reply = get(wire, "status.sf");
    assertEquals("done", reply.body());
    assertEquals(-938, reply.appStatus());
  }

  @Row(singleBytes = false, everySplit = false)
  void uncaughtExceptionIs500(Wire wire) throws IOException {
    Reply reply = get(wire, "throws.sf");
    assertTrue(reply.head().startsWith("Status: 500 Internal Server Error\r\n"), reply.head());
    assertFalse(reply.body().contains("half a page"), reply.body());
    assertFalse(reply.body().contains("secret"), reply.body());
    assertTrue(reply.err().contains("secret detail"), reply.err());
    assertEquals(1, reply.appStatus());
  }

  @Row(singleBytes = false, everySplit = false)
  void uncaughtExceptionBehindTheHeadCutsThePage(Wire wire) throws IOException {
    Reply reply = get(wire, "throws_late.sf");
    assertTrue(reply.head().startsWith("Status: 200 OK\r\n"), reply.head());
    assertEquals("first half", reply.body());
    assertTrue(reply.err().contains("secret detail"), reply.err());
    assertEquals(1, reply.appStatus());
  }

  @Row(singleBytes = false, everySplit = false)
  void scriptThatDoesNotCompileIs500(Wire wire) throws IOException {
    Reply reply = get(wire, "broken.sf");
    assertTrue(reply.head().startsWith("Status: 500 "), reply.head());
    assertTrue(reply.err().contains("broken.sf"), reply.err());
    assertEquals(1, reply.appStatus());
  }

  @Row(singleBytes = false, everySplit = false)
  void missingScriptIs404(Wire wire) throws IOException {
    for (String name : new String[] {"none<b>.sf", "hello.sf/none.sf"}) {
      Reply reply = get(wire, name);
      assertTrue(reply.head().startsWith("Status: 404 Not Found\r\n"), reply.head());
      assertTrue(reply.body().contains("File not found: "), reply.body());
      assertFalse(reply.body().contains("<b>"), reply.body());
    }
    RawClient client = wire.connect(ScriptServers.standard());
    client.begin(1, RESPONDER, 1).params(1).endStdin(1).send();
    assertTrue(client.reply(1).head().startsWith("Status: 404 Not Found\r\n"));
  }

  @Row(singleBytes = false, everySplit = false)
  void fileOutsideTheRootIs403(Wire wire) throws IOException {
    Reply reply = get(wire, "../resources/logging.properties");
    assertTrue(reply.head().startsWith("Status: 403 Forbidden\r\n"), reply.head());
  }

  @Row(singleBytes = false, everySplit = false)
  void abortReachesTheScript(Wire wire) throws IOException {
    RawClient client = begin(wire, RESPONDER, "abort.sf").send();
    Rec first = client.next();
    assertTrue(first.text().startsWith("Status: 200 OK\r\n"), first.text());
    client.abort(1).send();
    Reply reply = client.reply(1);
    assertEquals(9, reply.appStatus());
    assertFalse(reply.out().contains("nobody"), reply.out());
  }

  @Row(singleBytes = false, everySplit = false)
  void largeReply(Wire wire) throws IOException {
    Reply reply = get(wire, "large.sf");
    assertEquals("0123456789abcdef".repeat(64_000), reply.body());
    assertFalse(reply.head().contains("Content-Length"), reply.head());
  }

  @Row(singleBytes = false, everySplit = false)
  void headHasLengthAndNoBody(Wire wire) throws IOException {
    String type = "Content-Type: text/html; charset=UTF-8\n";
    expect("Status: 200 OK\n" + type + "Content-Length: 4\n", "", reply(wire, "HEAD", ""));
    expect("Status: 200 OK\n" + type, "", reply(wire, "HEAD", "flush=1"));
    expect(
        "Status: 404 Not Found\n" + type + "Content-Length: 4\n",
        "",
        reply(wire, "HEAD", "status=404"));
  }

  @Row(singleBytes = false, everySplit = false)
  void statusWithoutBodyHasNeitherLengthNorBody(Wire wire) throws IOException {
    for (String status : new String[] {"204 No Content", "304 Not Modified"}) {
      String code = status.substring(0, 3);
      for (String more : new String[] {"", "&flush=1"}) {
        Reply reply = reply(wire, "GET", "status=" + code + more);
        assertTrue(reply.head().startsWith("Status: " + status + "\r\n"), reply.head());
        assertFalse(reply.head().contains("Content-Length"), reply.head());
        assertEquals("", reply.body());
        assertEquals(0, reply.appStatus());
      }
    }
  }

  @Row(singleBytes = false, everySplit = false)
  void emptyPageHasLengthNought(Wire wire) throws IOException {
    Reply reply = get(wire, "nothing.sf", "REQUEST_METHOD", "GET");
    String type = "Content-Type: text/plain; charset=UTF-8\n";
    expect("Status: 200 OK\n" + type + "Content-Length: 0\n", "", reply);
  }

  @Row(singleBytes = false, everySplit = false)
  void headThenBodyOnOneConnection(Wire wire) throws IOException {
    RawClient client = wire.connect(ScriptServers.standard());
    String script = ScriptServers.raw(ScriptServers.WEBAPP.resolve("hello.sf").toString());
    for (String verb : new String[] {"HEAD", "GET", "HEAD"}) {
      client.begin(1, RESPONDER, 1);
      client.params(1, "SCRIPT_FILENAME", script, "REQUEST_METHOD", verb).endStdin(1).send();
      assertEquals(verb.equals("GET") ? "Hello, FastCGI!" : "", client.reply(1).body());
    }
  }

  @Row(singleBytes = false, everySplit = false)
  void filterReadsBodyThenData(Wire wire) throws IOException {
    assertEquals("a|8|86400|body|true|THE FILE", filter(wire, "filter.sf").body());
    assertEquals("false||", filter(wire, "filter_early.sf").body());
  }

  private static Reply filter(Wire wire, String script) throws IOException {
    RawClient client =
        begin(
            wire,
            FILTER,
            script,
            "CONTENT_LENGTH",
            "6",
            "FCGI_DATA_LENGTH",
            "8",
            "FCGI_DATA_LAST_MOD",
            "86400");
    client.stdin(1, "a\nbody").endStdin(1).data(1, "the ").data(1, "file").endData(1);
    return client.send().reply(1);
  }

  @Row(singleBytes = false, everySplit = false)
  void authorizerAllowsAndDenies(Wire wire) throws IOException {
    Reply allowed =
        begin(wire, AUTHORIZER, "authorizer.sf", "REMOTE_PASSWD", "sesame").send().reply(1);
    assertTrue(allowed.head().startsWith("Status: 200 OK\r\n"), allowed.head());
    assertTrue(allowed.head().contains("\r\nVariable-AUTH_NOTE: checked\r\n"), allowed.head());
    Reply denied = begin(wire, AUTHORIZER, "authorizer.sf").send().reply(1);
    assertTrue(denied.head().startsWith("Status: 403 Forbidden\r\n"), denied.head());
    assertEquals("No.", denied.body());
  }
}
