package org.jsaffire.jetty;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jsaffire.sapi.LineSink;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.sapi.ScriptOutput;

/** A request of Jetty's core as scripts see it. Used by the thread of the request. */
final class JettyExchange implements RequestContext {
  private final Map<String, String> environment;
  private final InputStream stdin;
  private final ResponseHead head = new ResponseHead();
  private final ScriptOutput stdout;
  private final ScriptOutput stderr;
  private volatile boolean failed;

  /**
   * @param log takes the lines of standard error
   */
  JettyExchange(
      Request request,
      Response response,
      Map<String, String> environment,
      Consumer<String> log,
      int outputBufferBytes) {
    this.environment = environment;
    this.stdin = Request.asInputStream(request);
    this.stdout = new ScriptOutput(new JettyReply(request, response, head), outputBufferBytes);
    this.stderr = new ScriptOutput(new LineSink(log), 0);
    this.stderr.setAutoFlush(true);
    request.addFailureListener(failure -> failed = true);
  }

  @Override
  public Sapi sapi() {
    return Sapi.SERVLET;
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

  /** Nobody takes it: the status of the run is in the log. */
  @Override
  public void setExitStatus(int status) {}

  @Override
  public boolean isAborted() {
    return failed || stdout.failure() != null;
  }

  /** The log comes first: who reads the reply may look there at once. */
  @Override
  public void finish() {
    stderr.flush();
    stdout.finish();
  }
}
