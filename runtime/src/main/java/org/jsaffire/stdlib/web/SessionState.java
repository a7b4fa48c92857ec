package org.jsaffire.stdlib.web;

import java.io.IOException;
import java.util.Map;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.JsonWriter;
import org.jsaffire.object.NullValue;
import org.jsaffire.object.Numerical;
import org.jsaffire.object.ScriptException;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.session.SessionStore;
import org.jsaffire.stdlib.JsonDecoder;
import org.jsaffire.stdlib.Options;

/**
 * The session of a run: a service, which stores what has changed when the run ends. Outside a
 * request it lives in memory alone.
 */
final class SessionState implements AutoCloseable {
  private static final String COOKIE = "SFSESSID";

  private String cookieName = COOKIE;
  private Options options;
  private boolean started;

  /** The session was stored before the end of the run, since the response had ended. */
  private boolean finished;

  /** The stored session; null in memory alone, and when it was destroyed. */
  private SessionStore.Held held;

  private SessionData data = new SessionData();
  private boolean changed;

  SessionState() {}

  /** Opens the session of the client, or a new one. */
  void start(Invoker in, Options newOptions, String name) {
    if (started) {
      return;
    }
    options = newOptions;
    cookieName = name == null ? COOKIE : name;
    started = true;
    RequestContext request = in.service(RequestContext.class);
    if (!request.sapi().isWeb()) {
      return;
    }
    Value sent = in.service(RequestData.class).cookies(in).get(in, Str.of(cookieName));
    try {
      held = store(in).open(sent == null ? "" : sent.toString());
    } catch (IOException e) {
      throw failure("open", e);
    }
    if (held == null) {
      create(in);
    } else {
      data = SessionData.parse(held.data());
    }
  }

  private static SessionStore store(Invoker in) {
    SessionStore own = in.service(RequestContext.class).sessionStore();
    return own != null ? own : in.service(SessionStore.class);
  }

  /** Starts anew with a fresh id and tells the client. */
  private void create(Invoker in) {
    ResponseClass.openHead(in);
    try {
      held = store(in).create();
      changed = true;
    } catch (IOException e) {
      throw failure("open", e);
    }
    sendCookie(in);
  }

  private void sendCookie(Invoker in) {
    if (!store(in).sendsCookie()) {
      boolean secure = new RequestUrl(RequestData.environment(in)).isSecure();
      CookieText.set(
          ResponseClass.openHead(in), CookieText.of(in, cookieName, held.id(), options, secure));
    }
  }

  String id() {
    return held == null ? "" : held.id();
  }

  Value get(Invoker in, Value key, Value other) {
    String json = data.values.get(json(in, key));
    return json == null ? other : JsonDecoder.decode(in, json, 0);
  }

  boolean has(Invoker in, Value key) {
    return data.values.containsKey(json(in, key));
  }

  void set(Invoker in, Value key, Value value) {
    String json = json(in, value);
    prepareChange(in);
    data.values.put(json(in, key), json);
  }

  void remove(Invoker in, Value key) {
    prepareChange(in);
    data.values.remove(json(in, key));
  }

  Value all(Invoker in) {
    HashObject all = new HashObject();
    for (Map.Entry<String, String> entry : data.values.entrySet()) {
      Value key = JsonDecoder.decode(in, entry.getKey(), 0);
      all.put(in, key, JsonDecoder.decode(in, entry.getValue(), 0));
    }
    return all;
  }

  /** Keeps a value until it is read once. */
  void setFlash(Invoker in, Value key, Value value) {
    String json = json(in, value);
    prepareChange(in);
    data.flash.put(json(in, key), json);
  }

  Value takeFlash(Invoker in, Value key) {
    String name = json(in, key);
    if (!data.flash.containsKey(name)) {
      return NullValue.NULL;
    }
    prepareChange(in);
    return JsonDecoder.decode(in, data.flash.remove(name), 0);
  }

  private static String json(Invoker in, Value value) {
    return JsonWriter.text(in, value, 0);
  }

  /** A destroyed session becomes a new one by its first value. */
  private void prepareChange(Invoker in) {
    if (finished) {
      throw Errors.io("Session is closed");
    }
    if (held == null && in.service(RequestContext.class).sapi().isWeb()) {
      create(in);
    }
    changed = true;
  }

  void regenerate(Invoker in) {
    ResponseHead head = ResponseClass.openHead(in);
    prepareChange(in);
    if (held == null) {
      return;
    }
    try {
      held.changeId();
    } catch (IOException e) {
      throw failure("change", e);
    }
    if (!head.isCommitted()) {
      sendCookie(in);
    }
  }

  /** Forgets the session, and makes the client forget it if it still can. */
  void destroy(Invoker in) {
    data = new SessionData();
    changed = false;
    if (held == null) {
      return;
    }
    ResponseHead head = in.service(RequestContext.class).head();
    if (!head.isCommitted() && !store(in).sendsCookie()) {
      HashObject gone = new HashObject();
      gone.put(in, "maxAge", Numerical.of(0));
      for (String kept : new String[] {"path", "domain"}) {
        Value value = options.get(kept);
        if (value != null) {
          gone.put(in, kept, value);
        }
      }
      Options expired = new Options(in, gone, CookieText.OPTIONS);
      CookieText.set(head, CookieText.of(in, cookieName, "", expired, false));
    }
    try {
      held.remove();
      held.close();
    } catch (IOException e) {
      throw failure("remove", e);
    } finally {
      held = null;
    }
  }

  /** Stores the session before the response ends, so that the next request can have it. */
  void finish() {
    if (!started || finished) {
      return;
    }
    try {
      close();
    } catch (IOException e) {
      throw failure("store", e);
    }
  }

  private static ScriptException failure(String action, IOException e) {
    return Errors.io("Cannot " + action + " the session: " + e.getMessage());
  }

  @Override
  public void close() throws IOException {
    finished = true;
    if (held == null) {
      return;
    }
    SessionStore.Held last = held;
    held = null;
    try (last) {
      if (changed) {
        last.write(data.toText());
      }
    }
  }
}
