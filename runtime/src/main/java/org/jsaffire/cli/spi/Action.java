package org.jsaffire.cli.spi;

import java.util.List;

/**
 * What a command may be told to do by its first word.
 *
 * @param name the word
 * @param words what follows the word
 * @param options of this action alone; those of the command are taken as well
 * @param text one line of help
 */
public record Action(String name, Words words, List<Option> options, String text) {
  public Action {
    options = List.copyOf(options);
  }
}
