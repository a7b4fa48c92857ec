package org.jsaffire.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of a pattern as scripts see them, and where the engine keeps each: several places can
 * share one number ({@code (?|...)}) or one name (flag J). Filled by the parser, then only read.
 */
final class RegexGroups {
  private final List<List<Integer>> byNumber = new ArrayList<>();
  private final Map<String, List<Integer>> byName = new LinkedHashMap<>();

  /** Places that hold where {@code \K} was passed. */
  private final List<Integer> starts = new ArrayList<>();

  private int places;

  /** Makes a place, and gives it a number from 1 on. */
  int add(int number) {
    while (byNumber.size() < number) {
      byNumber.add(new ArrayList<>(1));
    }
    byNumber.get(number - 1).add(++places);
    return places;
  }

  void name(String name, int place) {
    byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(place);
  }

  void addStart() {
    starts.add(++places);
  }

  /** Numbers run from 1 to this. */
  int count() {
    return byNumber.size();
  }

  boolean hasName(String name) {
    return byName.containsKey(name);
  }

  /** Names in order of first appearance. */
  Iterable<String> names() {
    return byName.keySet();
  }

  /** The places of a number, none when there is no such group. */
  List<Integer> ofNumber(int number) {
    return number >= 1 && number <= byNumber.size() ? byNumber.get(number - 1) : List.of();
  }

  /** The places of a name, none when there is no such group. */
  List<Integer> ofName(String name) {
    return byName.getOrDefault(name, List.of());
  }

  List<Integer> starts() {
    return starts;
  }
}
