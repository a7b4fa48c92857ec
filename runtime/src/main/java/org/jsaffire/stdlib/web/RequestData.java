package org.jsaffire.stdlib.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsaffire.object.Errors;
import org.jsaffire.object.HashObject;
import org.jsaffire.object.Invoker;
import org.jsaffire.object.Str;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.RawText;
import org.jsaffire.sapi.RequestContext;
import org.jsaffire.sapi.form.Cookies;
import org.jsaffire.sapi.form.FormField;
import org.jsaffire.sapi.form.RequestBody;
import org.jsaffire.sapi.form.UploadedFile;

/** What a run knows of its request, taken apart when first asked for: a service of the run. */
final class RequestData {
  private HashObject query;
  private HashObject post;
  private HashObject files;
  private HashObject cookies;
  private Str body;

  RequestData() {}

  static Map<String, String> environment(Invoker in) {
    RequestContext request = in.service(RequestContext.class);
    return request.sapi().isWeb() ? request.environment() : Map.of();
  }

  HashObject query(Invoker in) {
    if (query == null) {
      query = tree(in, in.service(RequestBody.class).query());
    }
    return query;
  }

  HashObject post(Invoker in) {
    if (post == null) {
      post = tree(in, in.service(RequestBody.class).fields());
    }
    return post;
  }

  private static HashObject tree(Invoker in, List<FormField> fields) {
    FieldTree tree = new FieldTree(in);
    for (FormField field : fields) {
      tree.add(field.name(), Str.of(field.value()));
    }
    return tree.toHash();
  }

  /** Uploaded files, nested by their names as fields are. */
  HashObject files(Invoker in) {
    if (files == null) {
      FieldTree tree = new FieldTree(in);
      for (UploadedFile file : in.service(RequestBody.class).files()) {
        tree.add(file.field(), UploadedFileClass.of(file));
      }
      files = tree.toHash();
    }
    return files;
  }

  HashObject cookies(Invoker in) {
    if (cookies == null) {
      cookies = new HashObject();
      for (FormField cookie : Cookies.parse(environment(in).get("HTTP_COOKIE"))) {
        Str name = Str.of(cookie.name());
        // The cookie of the longest path comes first and is the one that is meant.
        if (!cookies.has(in, name)) {
          cookies.put(in, name, Str.of(cookie.value()));
        }
      }
    }
    return cookies;
  }

  /** The body as text that keeps every byte. */
  Str body(Invoker in) {
    if (body == null) {
      try {
        byte[] bytes = in.service(RequestBody.class).bytes();
        in.charge(2L * bytes.length);
        body = Str.of(RawText.decode(bytes));
      } catch (IOException e) {
        throw Errors.io("Cannot read the request body: " + e.getMessage());
      }
    }
    return body;
  }

  static Value orDefault(Value value, Value other) {
    return value == null ? other : value;
  }
}
