package org.jsaffire.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsaffire.engine.Engine;
import org.jsaffire.engine.EngineOptions;
import org.jsaffire.sapi.ReplySink;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.sapi.ScriptOutput;

/** Prints how many bytes one request for each of the given pages allocates, once warm. */
public final class Allocation {
  private static final int WARM = 20_000;
  private static final int COUNTED = 1000;

  private Allocation() {}

  public static void main(String[] arguments) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    try (Engine engine = new Engine(EngineOptions.defaults())) {
      for (String page : arguments) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SCRIPT_FILENAME", Path.of(page).toAbsolutePath().toString());
        for (int i = 0; i < WARM; i++) {
          engine.serve(new Request(environment));
        }
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < COUNTED; i++) {
          engine.serve(new Request(environment));
        }
        long bytes = (threads.getThreadAllocatedBytes(self) - before) / COUNTED;
        System.out.println(page + " " + bytes + " bytes");
      }
    }
  }

  /** A request that goes nowhere. */
  private static final class Request implements RequestContext, ReplySink {
    private final Map<String, String> environment;
    private final ScriptOutput stdout = new ScriptOutput(this, 64 * 1024);
    private final ResponseHead head = new ResponseHead();

    Request(Map<String, String> environment) {
      this.environment = environment;
    }

    @Override
    public Sapi sapi() {
      return Sapi.FASTCGI;
    }

    @Override
    public Map<String, String> environment() {
      return environment;
    }

    @Override
    public InputStream stdin() {
      return InputStream.nullInputStream();
    }

    @Override
    public ScriptOutput stdout() {
      return stdout;
    }

    @Override
    public ScriptOutput stderr() {
      return stdout;
    }

    @Override
    public ResponseHead head() {
      return head;
    }

    @Override
    public void setExitStatus(int status) {}

    @Override
    public boolean isAborted() {
      return false;
    }

    @Override
    public void finish() {
      stdout.finish();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      head.commit();
    }

    @Override
    public void flush() {}

    @Override
    public void finish(byte[] bytes, int offset, int length) {
      head.commit();
    }
  }
}
