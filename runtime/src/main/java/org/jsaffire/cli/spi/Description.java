package org.jsaffire.cli.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that the frame must know of a command. A command with actions takes the name of one as its
 * first word; {@code words} does not count then.
 *
 * @param name the word that calls the command
 * @param aliases further words
 * @param summary one line for the list of commands, lower case, without full stop
 * @param text more help, lines of at most 80 characters; may be empty
 * @param example a command line that works, for the end of the help text
 * @param words besides the options
 * @param options of the command, for all its actions
 * @param actions none for a command that does one thing
 * @param defaultAction what is done without a word; empty when a word is required
 */
public record Description(
    String name,
    List<String> aliases,
    String summary,
    String text,
    String example,
    Words words,
    List<Option> options,
    List<Action> actions,
    String defaultAction) {
  public Description {
    aliases = List.copyOf(aliases);
    options = List.copyOf(options);
    actions = List.copyOf(actions);
  }

  /** A command without words, options and actions, to be completed by the {@code with} methods. */
  public static Description of(String name, String summary, String example) {
    return new Description(
        name, List.of(), summary, "", example, Words.NONE, List.of(), List.of(), "");
  }

  public Description withAliases(String... names) {
    return new Description(
        name, List.of(names), summary, text, example, words, options, actions, defaultAction);
  }

  public Description withText(String help) {
    return new Description(
        name, aliases, summary, help, example, words, options, actions, defaultAction);
  }

  public Description withWords(Words taken) {
    return new Description(
        name, aliases, summary, text, example, taken, options, actions, defaultAction);
  }

  public Description withOptions(Option... taken) {
    return new Description(
        name, aliases, summary, text, example, words, List.of(taken), actions, defaultAction);
  }

  /**
   * @param defaultName the action that is meant without a word, or empty
   */
  public Description withActions(String defaultName, Action... known) {
    return new Description(
        name, aliases, summary, text, example, words, options, List.of(known), defaultName);
  }

  public boolean isCalled(String word) {
    return name.equals(word) || aliases.contains(word);
  }

  public Optional<Action> action(String word) {
    return actions.stream().filter(a -> a.name().equals(word)).findFirst();
  }

  /** The options of the command and of all its actions, each once. */
  public List<Option> allOptions() {
    List<Option> all = new ArrayList<>(options);
    for (Action action : actions) {
      for (Option option : action.options()) {
        if (!all.contains(option)) {
          all.add(option);
        }
      }
    }
    return all;
  }
}
