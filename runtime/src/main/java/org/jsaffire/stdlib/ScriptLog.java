package org.jsaffire.stdlib;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jsaffire.config.ConfigKeys;
import org.jsaffire.config.LogLevel;
import org.jsaffire.config.Settings;
import org.jsaffire.object.Invoker;
import org.jsaffire.sapi.Host;
import org.jsaffire.sapi.LogText;
import org.jsaffire.sapi.RawText;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.Sapi;

/**
 * Where the messages of a run go (modules.md 15, tools.md 3.4): a service of the run. Under FastCGI
 * the keys {@code fastcgi.log.*} hold, else {@code global.log.*}. A file that cannot be written is
 * replaced by standard error, and so is one that nobody configured where a container keeps the log.
 */
final class ScriptLog implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

  private LogLevel least;
  private OutputStream file;

  ScriptLog() {}

  /**
   * Writes a line, if the level is high enough.
   *
   * @param context JSON text, empty for none
   */
  void write(Invoker in, LogLevel level, String message, String context) {
    if (least == null) {
      open(in);
    }
    if (level.compareTo(least) < 0) {
      return;
    }
    String time = TIME.format(OffsetDateTime.now(in.service(Host.class).clock()));
    String line = time + " " + level.text() + " " + LogText.escape(message);
    String whole = (context.isEmpty() ? line : line + " " + LogText.escape(context)) + "\n";
    if (!writeToFile(whole)) {
      in.service(RequestContext.class).stderr().print(whole);
    }
  }

  private void open(Invoker in) {
    Settings settings = in.service(Settings.class);
    Sapi sapi = in.service(RequestContext.class).sapi();
    String section = sapi == Sapi.FASTCGI ? "fastcgi.log." : "global.log.";
    String level = section + "level";
    least = LogLevel.of(settings.choice(level, ConfigKeys.find(level).value(), LogLevel.names()));
    boolean contained = sapi == Sapi.SERVLET || sapi == Sapi.EMBEDDED;
    String usual = contained ? null : ConfigKeys.find(section + "path").value();
    String path = settings.text(section + "path", usual);
    if (path == null) {
      return;
    }
    try {
      file =
          Files.newOutputStream(
              Path.of(path), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException | InvalidPathException e) {
      // Standard error takes its place.
      file = null;
    }
  }

  /** Lines are written as a whole, so that those of several processes do not mix. */
  private boolean writeToFile(String line) {
    if (file == null) {
      return false;
    }
    try {
      file.write(RawText.encode(line));
      return true;
    } catch (IOException e) {
      // A full disk, for instance: standard error takes its place.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
