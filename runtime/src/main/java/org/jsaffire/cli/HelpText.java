package org.jsaffire.cli;

import java.util.ArrayList;
import java.util.List;
import org.jsaffire.cli.spi.Action;
import org.jsaffire.cli.spi.Command;
import org.jsaffire.cli.spi.Description;
import org.jsaffire.cli.spi.Option;

/** The help texts (tools.md 1.3), each ending in a line feed. */
public final class HelpText {
  private static final int COLUMN = 24;

  private HelpText() {}

  /** What {@code saffire help} prints. */
  public static String overview(CommandTable table) {
    StringBuilder text = new StringBuilder();
    text.append("Usage: saffire <command> [options] [script -- [args]]\n\nGlobal arguments:\n");
    for (Option option : OptionParser.GLOBAL) {
      appendOption(text, option);
    }
    text.append("\nAvailable commands:\n");
    for (Command command : table.all()) {
      Description description = command.description();
      text.append("  ").append(padded(description.name(), 15));
      text.append(' ').append(description.summary()).append('\n');
    }
    text.append("\nUse 'saffire help <command>' for more information on a command.\n");
    return text.toString();
  }

  /** The help text of one command, without a heading. */
  public static String of(Description description) {
    StringBuilder text = new StringBuilder();
    appendUsage(text, description);
    text.append('\n').append(sentence(description.summary())).append('\n');
    if (!description.aliases().isEmpty()) {
      text.append("Also called ").append(String.join(", ", description.aliases())).append(".\n");
    }
    if (!description.text().isEmpty()) {
      text.append('\n').append(description.text().stripTrailing()).append('\n');
    }
    appendActions(text, description);
    if (!description.allOptions().isEmpty()) {
      text.append("\nOptions:\n");
      description.allOptions().forEach(option -> appendOption(text, option));
    }
    text.append("\nExample:\n  ").append(description.example()).append('\n');
    return text.toString();
  }

  private static void appendUsage(StringBuilder text, Description description) {
    String start = "  saffire " + description.name();
    String options = description.allOptions().isEmpty() ? "" : " [options]";
    if (description.actions().isEmpty()) {
      text.append(start).append(options).append(spaced(description.words().text())).append('\n');
      return;
    }
    for (Action action : description.actions()) {
      boolean isDefault = action.name().equals(description.defaultAction());
      String name = isDefault ? "[" + action.name() + "]" : action.name();
      text.append(start).append(' ').append(name);
      text.append(spaced(action.words().text())).append(options).append('\n');
    }
  }

  private static void appendActions(StringBuilder text, Description description) {
    if (description.actions().isEmpty()) {
      return;
    }
    text.append("\nActions:\n");
    for (Action action : description.actions()) {
      String name = action.name() + spaced(action.words().text());
      String note = action.name().equals(description.defaultAction()) ? " (default)" : "";
      appendRow(text, name, action.text() + note);
    }
  }

  private static void appendOption(StringBuilder text, Option option) {
    List<String> names = new ArrayList<>(option.shortNames());
    names.add("--" + option.name());
    String value = option.takesValue() ? " " + option.valueName() : "";
    appendRow(text, String.join(", ", names) + value, option.text());
  }

  private static void appendRow(StringBuilder text, String left, String right) {
    text.append("  ").append(padded(left, COLUMN - 3)).append(' ').append(right).append('\n');
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }

  private static String spaced(String words) {
    return words.isEmpty() ? "" : " " + words;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
