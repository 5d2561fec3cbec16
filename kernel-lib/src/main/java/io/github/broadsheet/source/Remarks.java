package io.github.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong with single records while the rest was read: counted, the first ones named. */
final class Remarks {
  private static final int NAMED = 5;
  private static final int CLIP = 60;

  private final Some skipped = new Some();
  private final Some emptied = new Some();
  private final List<String> said = new ArrayList<>();

  /** A record that was left out, and why: {@code "record 4 (2405.17430)", "has no title"}. */
  void skip(String record, String why) {
    skipped.add(record + " " + why);
  }

  /** A field that was left empty because its value is none. */
  void empty(String record, String field, String expected, String found) {
    emptied.add(field + " of " + record + " is " + quote(found) + ", not " + expected);
  }

  /** A line of its own, before the others. */
  void say(String line) {
    said.add(line);
  }

  /** A line for the records left out and a line for the fields left empty, if any. */
  List<String> notes(int total) {
    List<String> notes = new ArrayList<>(said);
    if (skipped.count > 0) {
      notes.add(
          skipped.count
              + (total == 1 ? " of 1 record skipped: " : " of " + total + " records skipped: ")
              + skipped);
    }
    if (emptied.count > 0) {
      notes.add(
          emptied.count
              + (emptied.count == 1 ? " value left empty: " : " values left empty: ")
              + emptied);
    }
    return notes;
  }

  /** What a reader is told of a file that breaks off: how much of it there is. */
  static String cut(String what, int read) {
    return what
        + ": the "
        + (read == 1 ? "record" : read + " records")
        + " before that "
        + (read == 1 ? "is" : "are")
        + " here, what follows is lost. Fetch or save the file again to have all.";
  }

  /** How a message names a record: its place, from 1, and its id or else its title. */
  static String record(int place, @Nullable String id, @Nullable String title) {
    String name = id != null ? " (" + clip(id) + ")" : title != null ? " " + quote(title) : "";
    return "record " + place + name;
  }

  /** A found text as a message shows it: on one line, not too long, in quotes. */
  static String quote(String found) {
    return '"' + clip(found) + '"';
  }

  private static String clip(String found) {
    String line = Clean.text(found);
    if (line == null) {
      return "";
    }
    return line.codePointCount(0, line.length()) <= CLIP
        ? line
        : line.substring(0, line.offsetByCodePoints(0, CLIP)) + "…";
  }

  /** How many there are, and the first of them: a file of gigabytes may be full of them. */
  private static final class Some {
    private final List<String> first = new ArrayList<>();
    private int count;

    void add(String one) {
      count++;
      if (first.size() < NAMED) {
        first.add(one);
      }
    }

    @Override
    public String toString() {
      String named = String.join("; ", first);
      return count > NAMED ? named + "; and " + (count - NAMED) + " more." : named + ".";
    }
  }
}
