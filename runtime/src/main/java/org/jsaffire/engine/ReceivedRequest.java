package org.jsaffire.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.ResponseHead;
import org.jsaffire.sapi.Sapi;
import org.jsaffire.sapi.ScriptOutput;
import org.jsaffire.sapi.form.FormField;
import org.jsaffire.sapi.form.RequestBody;
import org.jsaffire.sapi.session.SessionStore;

/** A request whose form has been read already: the script can read its body all the same. */
final class ReceivedRequest implements RequestContext {
  private final RequestContext request;
  private final RequestBody body;

  ReceivedRequest(RequestContext request, RequestBody body) {
    this.request = request;
    this.body = body;
  }

  @Override
  public Sapi sapi() {
    return request.sapi();
  }

  @Override
  public Map<String, String> environment() {
    return request.environment();
  }

  @Override
  public InputStream stdin() {
    return body.stream();
  }

  @Override
  public ScriptOutput stdout() {
    return request.stdout();
  }

  @Override
  public ScriptOutput stderr() {
    return request.stderr();
  }

  @Override
  public ResponseHead head() {
    return request.head();
  }

  @Override
  public boolean startFilterData() {
    return body.isReplayed() && request.startFilterData();
  }

  @Override
  public void sendEarlyHints(List<FormField> headers) {
    request.sendEarlyHints(headers);
  }

  @Override
  public SessionStore sessionStore() {
    return request.sessionStore();
  }

  @Override
  public void setExitStatus(int status) {
    request.setExitStatus(status);
  }

  @Override
  public boolean isAborted() {
    return request.isAborted();
  }

  @Override
  public void finish() {
    request.finish();
  }
}
