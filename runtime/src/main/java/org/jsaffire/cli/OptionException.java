package org.jsaffire.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jsaffire.cli.spi.Option;

/** An option that a command cannot take. The message may have several lines. */
final class OptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OptionException(String message) {
    super(message);
  }

  OptionException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param word as typed, perhaps with an attached value
   */
  static OptionException unknown(String word, String command, Collection<Option> known) {
    int equals = word.indexOf('=');
    String option = equals > 0 ? word.substring(0, equals) : word;
    List<String> names = new ArrayList<>();
    for (Option candidate : known) {
      names.add("--" + candidate.name());
      names.addAll(candidate.shortNames());
    }
    String message =
        "saffire: invalid option '"
            + option
            + "'\nTry 'saffire help "
            + command
            + "' for more information";
    return new OptionException(
        NearestName.of(option.toLowerCase(Locale.ROOT), names)
            .map(name -> message + "\nDid you mean '" + name + "'?")
            .orElse(message));
  }
}
