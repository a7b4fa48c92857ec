package org.jsaffire.cli.spi;

import java.util.List;

/**
 * An option of a command.
 *
 * @param name long name without dashes, lower case
 * @param shortNames further names with their dashes, such as {@code -b}; often empty
 * @param valueName what help calls the value; null for a flag
 * @param text one line of help
 */
public record Option(String name, List<String> shortNames, String valueName, String text) {
  public Option {
    shortNames = List.copyOf(shortNames);
  }

  public static Option flag(String name, String text, String... shortNames) {
    return new Option(name, List.of(shortNames), null, text);
  }

  public static Option value(String name, String valueName, String text, String... shortNames) {
    return new Option(name, List.of(shortNames), valueName, text);
  }

  public boolean takesValue() {
    return valueName != null;
  }
}
