package org.jsaffire.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.ReplySink;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.sapi.ScriptOutput;

/** The one request of a CGI process (RFC 3875): environment and standard streams. */
final class CgiContext implements RequestContext {
  private final Map<String, String> environment;
  private final InputStream stdin;
  private final ResponseHead head = new ResponseHead();
  private final ScriptOutput stdout;
  private final ScriptOutput stderr;
  private int exitStatus;

  CgiContext(Host host, int outputBufferBytes) {
    this.environment = environment(host.environment());
    this.stdin = new BufferedInputStream(BodyInput.of(host.stdin(), environment));
    boolean headOnly = "HEAD".equals(environment.get("REQUEST_METHOD"));
    this.stdout = new ScriptOutput(new Reply(host.stdout(), headOnly), outputBufferBytes);
    this.stderr = new ScriptOutput(new StreamSink(host.stderr()), 0);
    this.stderr.setAutoFlush(true);
  }

  /**
   * The script's view of the process environment. SCRIPT_FILENAME names the script: PATH_TRANSLATED
   * where the server runs us as the handler of a file type, which names the file there.
   */
  private static Map<String, String> environment(Map<String, String> process) {
    Map<String, String> variables = new LinkedHashMap<>(process);
    variables.remove("HTTP_PROXY");
    variables.putIfAbsent("FCGI_ROLE", "RESPONDER");
    String translated = variables.getOrDefault("PATH_TRANSLATED", "");
    String script = variables.getOrDefault("SCRIPT_FILENAME", "");
    if (translated.endsWith(".sf") || (script.isEmpty() && !translated.isEmpty())) {
      variables.put("SCRIPT_FILENAME", translated);
    }
    return Collections.unmodifiableMap(variables);
  }

  @Override
  public Sapi sapi() {
    return Sapi.CGI;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public InputStream stdin() {
    return stdin;
  }

  @Override
  public ScriptOutput stdout() {
    return stdout;
  }

  @Override
  public ScriptOutput stderr() {
    return stderr;
  }

  @Override
  public ResponseHead head() {
    return head;
  }

  @Override
  public void setExitStatus(int status) {
    exitStatus = status;
  }

  /** What {@link #setExitStatus} said last, else 0. */
  int exitStatus() {
    return exitStatus;
  }

  @Override
  public boolean isAborted() {
    return stdout.failure() != null;
  }

  @Override
  public void finish() {
    stdout.finish();
    stderr.flush();
  }

  /** Puts the header block in front of the body, and leaves out the body of a HEAD request. */
  private final class Reply implements ReplySink {
    private final OutputStream stream;
    private final boolean headOnly;

    Reply(OutputStream stream, boolean headOnly) {
      this.stream = stream;
      this.headOnly = headOnly;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      commit(-1);
      body(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      commit(-1);
      stream.flush();
    }

    @Override
    public void finish(byte[] bytes, int offset, int length) throws IOException {
      commit(length);
      body(bytes, offset, length);
      stream.flush();
    }

    private void commit(long length) throws IOException {
      if (!head.isCommitted()) {
        head.commit();
        stream.write(HeaderBlock.of(head, length));
      }
    }

    private void body(byte[] bytes, int offset, int length) throws IOException {
      if (!headOnly && length > 0 && head.hasBody()) {
        stream.write(bytes, offset, length);
      }
    }
  }
}
