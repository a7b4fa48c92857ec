package org.jsaffire.sapi.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsaffire.golden.MemoryContext;
import org.jsaffire.sapi.Sapi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
  private static final RequestLimits LIMITS = new RequestLimits(200_000, 150_000, 3);
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=\"b\"";

  @TempDir Path directory;

  private RequestBody receive(String type, String body, String... more)
      throws RefusedRequestException, IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("REQUEST_METHOD", "POST");
    environment.put("CONTENT_TYPE", type);
    environment.put("CONTENT_LENGTH", Integer.toString(body.length()));
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    MemoryContext context = new MemoryContext(Sapi.FASTCGI, environment, body.getBytes(ISO_8859_1));
    return RequestBody.receive(context, LIMITS, directory);
  }

  private int refused(String type, String body, String... more) {
    return assertThrows(RefusedRequestException.class, () -> receive(type, body, more)).status();
  }

  private static String part(String disposition, String data) {
    return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + data + "\r\n";
  }

  private static String all(RequestBody body) throws IOException {
    return new String(body.stream().readAllBytes(), ISO_8859_1);
  }

  @Test
  void fieldsAreReadAndTheBodyCanBeReadAllTheSame() throws Exception {
    try (RequestBody body = receive(FORM + ";charset=UTF-8", "a=1&b=%32")) {
      assertEquals(List.of(new FormField("a", "1"), new FormField("b", "2")), body.fields());
      assertEquals("a=1&b=%32", all(body));
      assertArrayEquals("a=1&b=%32".getBytes(ISO_8859_1), body.bytes());
    }
  }

  @Test
  void otherBodiesAreLeftToTheScript() throws Exception {
    try (RequestBody body = receive("application/json", "a=1&b=2&c=3&d=4")) {
      assertEquals(List.of(), body.fields());
      assertEquals("a=1&b=2&c=3&d=4", all(body));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void methodsWithoutFormsHaveNone(String method) throws Exception {
    try (RequestBody body = receive(FORM, "a=1", "REQUEST_METHOD", method)) {
      assertEquals(List.of(), body.fields());
    }
  }

  @Test
  void limitsJustMetPass() throws Exception {
    String text = "a=" + "x".repeat(200_000 - 6) + "&b&c";
    try (RequestBody body = receive(FORM, text)) {
      assertEquals(3, body.fields().size());
    }
    String files = part("name=f; filename=a", "x".repeat(150_000)) + "--b--";
    try (RequestBody body = receive(MULTIPART, files)) {
      assertEquals(150_000, body.files().get(0).size());
    }
  }

  @Test
  void limitsJustPassedAreRefused() {
    assertEquals(400, refused(FORM, "a&b&c&d"));
    assertEquals(400, refused("text/plain", "", "QUERY_STRING", "a&b&c&d"));
    assertEquals(413, refused(FORM, "a=" + "x".repeat(199_999)));
    assertEquals(413, refused("text/plain", "", "CONTENT_LENGTH", "200001"));
    assertEquals(413, refused(FORM, "a=" + "x".repeat(199_999), "CONTENT_LENGTH", ""));
    String file = part("name=f; filename=a", "x".repeat(150_001)) + "--b--";
    assertEquals(413, refused(MULTIPART, file));
    assertEquals(400, refused(MULTIPART, part("name=f", "").repeat(4) + "--b--"));
    String deep = "a" + "[]".repeat(FieldName.MAX_DEPTH);
    assertEquals(400, refused(FORM, deep + "[]=1"));
    assertEquals(400, refused(MULTIPART, part("name=\"" + deep + "[]\"", "") + "--b--"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1x", "99999999999999999999", " 1"})
  void lengthsThatAreNoneAreRefused(String length) {
    assertEquals(400, refused("text/plain", "", "CONTENT_LENGTH", length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\u00fc",
        "multipart/form-data; boundary=c"
      })
  void multipartNeedsItsBoundary(String type) {
    assertEquals(400, refused(type, part("name=a", "1") + "--b--"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"attachment; name=a", "form-data", "form-data; filename=a"})
  void partsNeedAName(String disposition) {
    String body = "--b\r\nContent-Disposition: " + disposition + "\r\n\r\n1\r\n--b--";
    assertEquals(400, refused(MULTIPART, body));
  }

  @Test
  void bodiesThatNobodyAnnouncedFailWhereTheyGoOverTheLimit() throws Exception {
    try (RequestBody body = receive("text/plain", "x".repeat(200_001), "CONTENT_LENGTH", "")) {
      assertThrows(IOException.class, body::bytes);
    }
    try (RequestBody body = receive("text/plain", "x".repeat(200_000), "CONTENT_LENGTH", "")) {
      assertEquals(200_000, body.bytes().length);
    }
  }

  @ParameterizedTest
  @CsvSource({"10", "150000"})
  void filesKeepEveryByteWhereverTheyAreStored(int size) throws Exception {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < size; i++) {
      data.append((char) (i * 31 & 0xff));
    }
    String body =
        part("name=\"t\"", "text")
            + part("name=\"f[]\"; filename=\"C:\\dir\\a \\\"b%22.txt\"", data.toString())
            + part("name=\"none\"; filename=\"\"", "")
            + "--b--\r\n";
    try (RequestBody received = receive(MULTIPART, body)) {
      assertEquals(List.of(new FormField("t", "text")), received.fields());
      assertEquals(1, received.files().size());
      UploadedFile file = received.files().get(0);
      assertEquals("f[]", file.field());
      assertEquals("a \"b\".txt", file.name());
      assertEquals("application/octet-stream", file.type());
      assertEquals(data.toString(), new String(file.bytes(), ISO_8859_1));
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      file.copyTo(Channels.newChannel(copy));
      assertArrayEquals(file.bytes(), copy.toByteArray());
      assertEquals(body, all(received));
      assertTrue(isEmpty(directory), "no file has a name");
    }
  }

  @ParameterizedTest
  @CsvSource({"../../etc/passwd,passwd", "..,''", "a/..,''", ".htaccess,.htaccess", "a\\b,b"})
  void namesOfFilesHaveNoDirectories(String sent, String wanted) throws Exception {
    String body = part("name=f; filename=\"" + sent + "\"", "1") + "--b--";
    try (RequestBody received = receive(MULTIPART, body)) {
      assertEquals(wanted, received.files().get(0).name());
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }
}
