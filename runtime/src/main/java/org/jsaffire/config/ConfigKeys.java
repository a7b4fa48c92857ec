package org.jsaffire.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All keys in the order of a generated file, and other names of some of them (tools.md 3.4). */
public final class ConfigKeys {
  private static final Map<String, ConfigKey> KEYS = new LinkedHashMap<>();

  private static final Map<String, String> ALIASES =
      Map.of(
          "intl.locale", "global.locale",
          "repl.history.path", "repl.history.file",
          "debug.connect.ip", "debug.remote.ip",
          "debug.connect.port", "debug.remote.port");

  static {
    global();
    compile();
    fastcgi();
    repl();
    debug();
    web();
    data();
    limits();
  }

  private ConfigKeys() {}

  private static void global() {
    both("global.log.path", "/var/log/saffire/saffire.log", "log file");
    both("global.log.level", "debug", "least level that is logged: debug, notice, warning, error");
    both("global.saffire.command.path", "/usr/lib/saffire/commands", "external commands");
    none("global.timezone", "time zone of dates, such as Europe/Amsterdam");
    none("global.locale", "locale of strings, such as en_US");
    none("global.mode", "production or development");
    none("data.dir", "where relative paths of databases start");
    none("template.path", "directories that templates may lie below, separated by colons");
    silent(
        "modules.path",
        "/usr/share/saffire/modules:/usr/lib/saffire/modules",
        "directories of modules, separated by colons");
    none("security.basedir", "directories that scripts may use, separated by colons");
  }

  private static void compile() {
    key("compile.sign", "false", "true", "sign compiled bytecode");
    none("sign.key", "private key for signing, a PEM file");
    none("verify.keys", "directory of trusted public keys");
    both("bytecode.verify", "warn", "signatures of bytecode: off, warn or require");
    none("bytecode.cache", "directory for compiled code");
    both("bytecode.write", "false", "write bytecode beside the source");
    silent("cache.revalidate", "1", "seconds until a cached file is looked at again");
    both("cache.protection", "2", "files changed that many seconds ago are not cached");
  }

  private static void fastcgi() {
    both("fastcgi.pid.path", "/var/run/saffire.pid", "file with the process id");
    both("fastcgi.log.path", "/var/log/saffire/fastcgi.log", "log file");
    both("fastcgi.log.level", "notice", "least level that is logged");
    both("fastcgi.daemonize", "false", "run in the background");
    silent("fastcgi.spawn_children", children(), "workers; 0 for one process");
    both("fastcgi.threads", "8", "script threads of a worker");
    both("fastcgi.user", "-1", "user to run as; -1 for the one that starts it");
    both("fastcgi.group", "-1", "group to run as; -1 for the one that starts it");
    both("fastcgi.allow_root", "false", "stay root when no user is set");
    both("fastcgi.listen", "127.0.0.1:8000", "address: host:port, or the path of a socket");
    both("fastcgi.listen.backlog", "-1", "connections that may wait");
    key("fastcgi.listen.socket.user", "-1", "nobody", "owner of the socket");
    key("fastcgi.listen.socket.group", "-1", "nobody", "group of the socket");
    both("fastcgi.listen.socket.mode", "0660", "mode of the socket, octal");
    silent("fastcgi.status.url", "/status", "path of the status page");
    silent("fastcgi.ping.url", "/ping", "path of the ping page");
    silent("fastcgi.ping.response", "pong", "what the ping page says");
    none("fastcgi.status.listen", "address of status and ping alone");
    none("fastcgi.scoreboard", "scoreboard file");
    none("fastcgi.control", "socket of the control commands");
    both("fastcgi.stop_timeout", "10", "seconds that requests get at a stop");
    silent("fastcgi.max_requests", "0", "requests of a worker; 0 for no limit");
    none("fastcgi.request_timeout", "seconds of one request; without it limit.time");
    silent("fastcgi.display_errors", "false", "error pages show the report");
  }

  private static String children() {
    return Integer.toString(Math.min(Runtime.getRuntime().availableProcessors(), 4));
  }

  private static void repl() {
    key("repl.ps1", ">", "%a[33;1m(%l)%a[0m %a[34;1m[%x]%a[0m > ", "first prompt");
    key("repl.ps2", "...>", "... >", "prompt for more of a statement");
    both("repl.editor", "emacs", "keys: emacs or vi");
    key("repl.history.file", "~/.saffire_history", "~/.saffire.history", "history file");
    both("repl.history.size", "800", "entries of the history");
    key("repl.logo", "true", "false", "show a banner");
  }

  private static void debug() {
    both("debug.protocol", "dbgp", "protocol");
    both("debug.remote.ip", "127.0.0.1", "address of the IDE");
    both("debug.remote.port", "9000", "port of the IDE");
    key("debug.remote.connect_back", "false", "true", "connect to the client of the request");
    key("debug.remote.autostart", "false", "true", "debug every run");
    both("debug.remote.idekey", "SAFFIRE", "key of the IDE");
    silent("debug.remote.timeout", "30", "seconds to wait for the IDE");
  }

  private static void web() {
    silent("web.max_body", "16M", "bytes of a request body");
    silent("web.max_upload", "8M", "bytes of an uploaded file");
    silent("web.max_fields", "1000", "fields of a form");
    silent("web.output_buffer", "64K", "bytes of a response that wait for its end");
    silent("session.lifetime", "1440", "seconds that an unused session is kept");
    none("session.path", "directory of sessions");
  }

  private static void data() {
    none("cache.backend", "memory, file, redis or jdbc");
    none("sql.pool.size", "connections of a process to one database");
    none("mail.host", "mail server");
    none("mail.port", "port of the mail server");
    none("mail.user", "user at the mail server");
    none("mail.password", "password at the mail server");
    none("mail.tls", "speak TLS with the mail server");
  }

  private static void limits() {
    silent("limit.time", "60", "seconds of a run; 0 for no limit, as of all these");
    silent("limit.cpu", "30", "seconds of processor time");
    silent("limit.memory", "128M", "bytes of memory held");
    silent("limit.allocation", "2G", "bytes of memory allocated");
    silent("limit.depth", "10000", "calls within calls");
    silent("limit.output", "64M", "bytes of output");
    silent("limit.grace", "2", "seconds for finally parts behind a limit");
    silent("limit.open_files", "256", "open files");
  }

  private static void key(String name, String value, String generated, String text) {
    KEYS.put(name, new ConfigKey(name, value, generated, text));
  }

  /** A generated file has the default. */
  private static void both(String name, String value, String text) {
    key(name, value, value, text);
  }

  /** A generated file mentions the default in a comment. */
  private static void silent(String name, String value, String text) {
    key(name, value, null, text);
  }

  private static void none(String name, String text) {
    key(name, null, null, text);
  }

  /** All keys. */
  public static List<ConfigKey> all() {
    return Collections.unmodifiableList(new ArrayList<>(KEYS.values()));
  }

  /** The key of that full name, or null. */
  public static ConfigKey find(String name) {
    return KEYS.get(fullName(name));
  }

  /** The name that a key goes by: with its section, and not by another of its names. */
  public static String fullName(String name) {
    String full = name.indexOf('.') < 0 ? "global." + name : name;
    return ALIASES.getOrDefault(full, full);
  }

  /** Other names of keys, with the names that they stand for. */
  public static Map<String, String> aliases() {
    return ALIASES;
  }
}
