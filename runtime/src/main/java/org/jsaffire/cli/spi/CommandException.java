package org.jsaffire.cli.spi;

/** A command cannot do its work. The message is for people, without prefix and full stop. */
public class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    super(message);
  }

  public CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
