package org.jsaffire.stdlib;

import java.util.List;
import org.jsaffire.object.Value;
import org.jsaffire.sapi.Sapi;

/** What a run knows of itself: a service that the engine provides. */
public final class ProgramInfo {
  private final Sapi sapi;
  private final List<String> arguments;
  private String locale;
  private Value exceptionHandler;

  /**
   * @param arguments the script's name as typed, then its arguments
   * @param locale the default locale, such as {@code en_US}
   */
  public ProgramInfo(Sapi sapi, List<String> arguments, String locale) {
    this.sapi = sapi;
    this.arguments = List.copyOf(arguments);
    this.locale = locale;
  }

  public Sapi sapi() {
    return sapi;
  }

  public List<String> arguments() {
    return arguments;
  }

  public String locale() {
    return locale;
  }

  public void setLocale(String newLocale) {
    this.locale = newLocale;
  }

  /** What {@code saffire.setExceptionHandler} set, or null. */
  public Value exceptionHandler() {
    return exceptionHandler;
  }

  public void setExceptionHandler(Value handler) {
    this.exceptionHandler = handler;
  }
}
