package org.jsaffire.stdlib;

import org.jsaffire.object.Invoker;
import org.jsaffire.sapi.RequestContext;

/** Whether scripts may open sockets: on the command line always. A service of the run. */
public final class SocketAccess {
  private final boolean allowedInWeb;

  /** Not in web modes. */
  public SocketAccess() {
    this(false);
  }

  public SocketAccess(boolean allowedInWeb) {
    this.allowedInWeb = allowedInWeb;
  }

  static boolean isAllowed(Invoker in) {
    return in.service(SocketAccess.class).allowedInWeb
        || !in.service(RequestContext.class).sapi().isWeb();
  }
}
