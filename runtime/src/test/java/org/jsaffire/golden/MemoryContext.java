package org.jsaffire.golden;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Map;
import org.jsaffire.sapi.ReplySink;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.sapi.ScriptOutput;

/** A request whose streams are in memory. */
public final class MemoryContext implements RequestContext {
  private static final class Sink implements ReplySink {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** What leaves with the first byte; null for standard error. */
    private final ResponseHead head;

    Sink(ResponseHead head) {
      this.head = head;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      flush();
      bytes.write(from, offset, length);
    }

    @Override
    public void flush() {
      if (head != null) {
        head.commit();
      }
    }

    @Override
    public void finish(byte[] from, int offset, int length) {
      write(from, offset, length);
    }
  }

  private final Sapi sapi;
  private final Map<String, String> environment;
  private final InputStream stdin;
  private final ResponseHead head = new ResponseHead();
  private final Sink out = new Sink(head);
  private final Sink err = new Sink(null);
  private final ScriptOutput stdout = new ScriptOutput(out, 1024);
  private final ScriptOutput stderr = new ScriptOutput(err, 1024);
  private int exitStatus;

  public MemoryContext(Sapi sapi, Map<String, String> environment, byte[] stdin) {
    this.sapi = sapi;
    this.environment = environment;
    this.stdin = new ByteArrayInputStream(stdin);
  }

  /** What was printed, as bytes. */
  public byte[] output() {
    return out.bytes.toByteArray();
  }

  /** What was printed to standard error, as bytes. */
  public byte[] errors() {
    return err.bytes.toByteArray();
  }

  public int exitStatus() {
    return exitStatus;
  }

  @Override
  public Sapi sapi() {
    return sapi;
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

  @Override
  public boolean isAborted() {
    return false;
  }

  @Override
  public void finish() {
    stdout.finish();
    stderr.finish();
  }
}
