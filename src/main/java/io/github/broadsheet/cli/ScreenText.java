package io.github.broadsheet.cli;

import io.github.broadsheet.display.Plain;
import java.util.ArrayList;
import java.util.List;

/** Text from anywhere in the lines of a terminal. */
final class ScreenText {
  private ScreenText() {}

  /** The lines of a text with their indent, without anything a terminal would obey. */
  static List<String> lines(String text) {
    return text.lines().map(ScreenText::line).toList();
  }

  private static String line(String line) {
    String shown = line.replace("\t", "    ");
    int indent = shown.length() - shown.stripLeading().length();
    return " ".repeat(indent) + Plain.line(shown.strip().replaceAll("\u001B\\[[0-9;]*m", ""));
  }

  /** The text in lines of at most so many columns, broken between words where there are any. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : Plain.line(text).split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (Plain.width(longer) <= columns) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (Plain.width(line) > columns) {
        int end = fitting(line, columns);
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  // At least one sign, so that a narrow place still moves on.
  private static int fitting(String text, int columns) {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (Plain.width(text.substring(0, next)) > columns) {
        break;
      }
      end = next;
    }
    return end;
  }
}
