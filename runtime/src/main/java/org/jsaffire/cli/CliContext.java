package org.jsaffire.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.sapi.ScriptOutput;

/**
 * One run of a program on the standard streams. There is no reply to a client: status and headers
 * are kept and never printed. Lives as long as the run.
 */
public final class CliContext implements RequestContext {
  private static final int BUFFER = 16 * 1024;

  private final Host host;
  private final Sapi sapi;
  private final ResponseHead head = new ResponseHead();
  private final ScriptOutput stdout;
  private final ScriptOutput stderr;
  private final InputStream stdin;
  private int exitStatus;

  /**
   * @param sapi {@link Sapi#CLI} or {@link Sapi#REPL}
   */
  public CliContext(Host host, Sapi sapi) {
    this.host = host;
    this.sapi = sapi;
    this.stdout = new ScriptOutput(new StreamSink(host.stdout()), BUFFER);
    this.stdout.setAutoFlush(host.isTerminal());
    this.stderr = new ScriptOutput(new ErrorSink(host.stderr()), 0);
    this.stderr.setAutoFlush(true);
    this.stdin = new BufferedInputStream(new FlushingInput(host.stdin()));
  }

  @Override
  public Sapi sapi() {
    return sapi;
  }

  @Override
  public Map<String, String> environment() {
    return host.environment();
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
  public int exitStatus() {
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

  /** Lets what was printed before an error appear before it. */
  private final class ErrorSink extends StreamSink {
    ErrorSink(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      stdout.flush();
      super.write(bytes, offset, length);
    }
  }

  /** Lets a prompt appear before the program waits for an answer. */
  private final class FlushingInput extends InputStream {
    private final InputStream stream;

    FlushingInput(InputStream stream) {
      this.stream = stream;
    }

    @Override
    public int read() throws IOException {
      stdout.flush();
      return stream.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      stdout.flush();
      return stream.read(bytes, offset, length);
    }

    @Override
    public int available() throws IOException {
      return stream.available();
    }
  }
}
