package org.jsaffire.cli.spi;

/** The words of a command line do not fit the command. The message is a whole sentence. */
public class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  /** A word that should be a number. */
  public static UsageException notNumerical(String found) {
    return new UsageException("Found '" + found + "', but expected a numerical value.");
  }

  /** A word that should be a boolean. */
  public static UsageException notBoolean(String found) {
    return new UsageException("Found '" + found + "', but expected a boolean value.");
  }
}
