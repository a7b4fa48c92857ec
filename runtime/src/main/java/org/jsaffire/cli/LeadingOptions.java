package org.jsaffire.cli;

import java.util.List;
import org.jsaffire.cli.spi.GlobalOptions;
import org.jsaffire.cli.spi.Option;

/**
 * The global options in front of the command.
 *
 * @param rest the command and what follows it
 */
record LeadingOptions(GlobalOptions global, List<String> rest) {
  /**
   * Takes them out of the command line.
   *
   * @throws OptionException a value is missing, or stands behind a flag
   */
  static LeadingOptions take(List<String> args) {
    GlobalOptions global = GlobalOptions.NONE;
    int i = 0;
    for (; i < args.size(); i++) {
      String word = args.get(i);
      int equals = word.indexOf('=');
      Option option = option(equals < 0 ? word : word.substring(0, equals));
      if (option == null) {
        break;
      }
      String value = equals < 0 ? null : word.substring(equals + 1);
      if (!option.takesValue() && value != null) {
        throw new OptionException("Option '--" + option.name() + "' takes no argument");
      }
      if (option.takesValue() && value == null) {
        if (++i == args.size()) {
          throw new OptionException("Option '--" + option.name() + "' requires an argument");
        }
        value = args.get(i);
      }
      global = OptionParser.globalOption(option, value);
    }
    return new LeadingOptions(global, args.subList(i, args.size()));
  }

  private static Option option(String word) {
    for (Option option : OptionParser.GLOBAL) {
      if (word.equalsIgnoreCase("--" + option.name())) {
        return option;
      }
    }
    return null;
  }
}
