package org.jsaffire.engine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.UUID;
import org.jsaffire.object.ScriptException;
import org.jsaffire.sapi.LogText;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.StatusText;
import org.jsaffire.sapi.form.RefusedRequestException;
import org.jsaffire.source.Diagnostic;
import org.jsaffire.source.SourceException;
import org.jsaffire.stdlib.UncaughtReport;
import org.jsaffire.vm.Unwinding;

/**
 * The replies to requests that cannot be answered (tools.md 8.6). In production a page tells
 * nothing but an id, which the log has too.
 */
final class ErrorPages {
  private final RequestContext request;
  private final boolean showsDetails;

  ErrorPages(RequestContext request, EngineOptions options) {
    this.request = request;
    this.showsDetails = options.displayErrors() && (!options.development() || isLoopback(request));
  }

  /** Development shows everything, but to people at this machine only. */
  private static boolean isLoopback(RequestContext request) {
    String address = request.environment().getOrDefault("REMOTE_ADDR", "");
    return address.isEmpty()
        || address.startsWith("127.")
        || address.equals("::1")
        || address.equals("[::1]")
        || address.equals("0:0:0:0:0:0:0:1")
        || address.equals("[0:0:0:0:0:0:0:1]");
  }

  int missing(String name) {
    page(404, "File not found", "File not found: " + (name == null ? "" : name), null);
    return 0;
  }

  int forbidden(String name) {
    log("access to " + name + " is not allowed");
    page(403, "Forbidden", "Access is not allowed: " + name, null);
    return 0;
  }

  /** The request is malformed or over a limit. */
  int refused(RefusedRequestException e) {
    log("request refused: " + e.getMessage());
    String text = e.getMessage();
    String sentence = Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    page(e.status(), StatusText.of(e.status()), sentence, null);
    return 0;
  }

  /** The script does not compile. */
  int broken(Path path, SourceException e) {
    Diagnostic error = e.first();
    String excerpt =
        error.text() + "\n\n" + error.line() + ": " + error.file().lineText(error.line());
    return fail("The script could not be compiled.", error.text(), excerpt);
  }

  int unreadable(Path path, IOException e) {
    String text = "cannot read " + path + ": " + Reasons.of(e);
    return fail("The script could not be read.", text, text);
  }

  /** The script ended with an exception. */
  int uncaught(Path path, ScriptException e) {
    String text = UncaughtReport.plain(e.exception());
    return fail("The script ended with an error.", text, text);
  }

  /** The script went over a limit. */
  int ended(Path path, Unwinding e) {
    String text = path + ": " + e.getMessage();
    return fail("The script was ended.", text, text);
  }

  /** The engine itself failed. */
  int internal(Path path, Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    return fail("Internal error.", path + ": internal error\n" + trace, path + ": internal error");
  }

  private int fail(String summary, String forLog, String details) {
    String id = UUID.randomUUID().toString();
    log("[" + id + "] " + forLog);
    if (showsDetails) {
      page(500, "Internal Server Error", summary, details);
    } else {
      page(500, "Internal Server Error", summary + " The log has more under " + id + ".", null);
    }
    return 1;
  }

  /** Each line of the text is a line of the log, without control characters. */
  private void log(String text) {
    text.lines().forEach(line -> request.stderr().print(LogText.escape(line) + "\n"));
  }

  private void page(int status, String title, String summary, String details) {
    if (request.head().isCommitted()) {
      return;
    }
    request.stdout().discard();
    request.head().reset();
    request.head().setStatus(status, "");
    request.head().setHeader("Content-Type", ResponseHead.DEFAULT_TYPE, true);
    StringBuilder page = new StringBuilder(512);
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    page.append("<title>").append(status).append(' ').append(title).append("</title>");
    page.append("<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:3rem auto;");
    page.append("padding:0 1rem}pre{background:#f4f4f5;color:#222;padding:1rem;overflow:auto}");
    page.append("</style></head>\n<body><h1>").append(status).append(' ').append(title);
    page.append("</h1>\n<p>").append(escape(summary)).append("</p>\n");
    if (details != null) {
      page.append("<pre>").append(escape(details)).append("</pre>\n");
    }
    page.append("</body></html>\n");
    request.stdout().print(page.toString());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
