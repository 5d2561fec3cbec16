package io.github.broadsheet.share;

import io.github.broadsheet.display.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a terminal as HTML: its colours as classes, nothing else that a terminal would obey. */
final class AnsiHtml {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\u001B\\[([0-9;]*)m" // colours
              + "|\u001B\\[[0-?]*[ -/]*[@-~]" // moves and erasures
              + "|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)?" // titles and links
              + "|\u001B.?");
  private static final int FIRST_COLOR = 30;
  private static final int FIRST_BRIGHT_COLOR = 90;
  private static final int COLORS = 8;
  private static final int LONG_COLOR = 38;
  private static final int LONG_GROUND = 48;

  private final TreeSet<String> classes = new TreeSet<>();

  private AnsiHtml() {}

  /** Such a text in HTML, where every colour that was opened is closed. */
  static String of(String text) {
    return new AnsiHtml().convert(overwritten(text));
  }

  // A progress bar writes a line again and again after a carriage return; the last one stays.
  private static String overwritten(String text) {
    if (text.indexOf('\r') < 0) {
      return text;
    }
    List<String> lines = new ArrayList<>();
    for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
      String shown = line.replaceFirst("\r+$", "");
      lines.add(shown.substring(shown.lastIndexOf('\r') + 1));
    }
    return String.join("\n", lines);
  }

  private String convert(String text) {
    StringBuilder html = new StringBuilder(text.length() + 64);
    Matcher escape = ESCAPE.matcher(text);
    int from = 0;
    while (escape.find()) {
      append(html, text.substring(from, escape.start()));
      if (escape.group(1) != null) {
        change(escape.group(1));
      }
      from = escape.end();
    }
    append(html, text.substring(from));
    return html.toString();
  }

  private void append(StringBuilder html, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (classes.isEmpty()) {
      html.append(Html.escape(text));
    } else {
      html.append("<span class=\"").append(String.join(" ", classes)).append("\">");
      html.append(Html.escape(text)).append("</span>");
    }
  }

  private void change(String codes) {
    String[] numbers = codes.split(";", -1);
    for (int i = 0; i < numbers.length; i++) {
      int code = numbers[i].isEmpty() || numbers[i].length() > 3 ? 0 : Integer.parseInt(numbers[i]);
      if (code == LONG_COLOR || code == LONG_GROUND) {
        i += i + 1 < numbers.length && numbers[i + 1].equals("2") ? 4 : 2;
      } else {
        change(code);
      }
    }
  }

  private void change(int code) {
    switch (code) {
      case 0 -> classes.clear();
      case 1 -> classes.add("a-b");
      case 2 -> classes.add("a-d");
      case 3 -> classes.add("a-i");
      case 4 -> classes.add("a-u");
      case 22 -> classes.removeAll(List.of("a-b", "a-d"));
      case 23 -> classes.remove("a-i");
      case 24 -> classes.remove("a-u");
      case 39 -> colorless();
      default -> {
        for (int first : new int[] {FIRST_COLOR, FIRST_BRIGHT_COLOR}) {
          if (code >= first && code < first + COLORS) {
            colorless();
            classes.add("a-" + (code - first));
          }
        }
      }
    }
  }

  private void colorless() {
    classes.removeIf(name -> Character.isDigit(name.charAt(2)));
  }
}
