package io.github.broadsheet.source;

import java.util.Map;

/**
 * The text Python prints for a dict or list, as JSON. Some archives of Daily Papers hold their
 * records so.
 */
final class PythonLiteral {
  private static final Map<String, String> WORDS =
      Map.of("True", "true", "False", "false", "None", "null");

  private final String text;
  private final StringBuilder json;
  private int at;

  private PythonLiteral(String text) {
    this.text = text;
    this.json = new StringBuilder(text.length() + 16);
  }

  /** Whether a text starts as the literal of a record does. */
  static boolean fits(String text) {
    return text.strip().matches("(?s)\\{\\s*['\"]\\w+['\"]\\s*:.*");
  }

  /**
   * The literal with JSON's quotes, escapes and words. Whether it is whole, the JSON parser says.
   */
  static String json(String text) {
    return new PythonLiteral(text).translate();
  }

  private String translate() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"') {
        at++;
        string(c);
      } else if (Character.isLetter(c)) {
        word();
      } else {
        json.append(c);
        at++;
      }
    }
    return json.toString();
  }

  private void word() {
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    json.append(WORDS.getOrDefault(word, word));
  }

  private void string(char quote) {
    json.append('"');
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        json.append('"');
        return;
      }
      if (c == '\\' && at < text.length()) {
        escape(text.charAt(at++));
      } else {
        append(c);
      }
    }
  }

  private void escape(char c) {
    switch (c) {
      case 'n', 'r', 't', 'b', 'f', 'u' -> json.append('\\').append(c);
      case 'x' -> json.append("\\u00");
      case 'U' -> wide();
      case '\n' -> {}
      case '\\', '\'', '"' -> append(c);
      default -> {
        append('\\'); // Python keeps an escape it does not know.
        append(c);
      }
    }
  }

  private void wide() {
    int end = Math.min(at + 8, text.length());
    try {
      for (char c : Character.toChars(Integer.parseInt(text.substring(at, end), 16))) {
        append(c);
      }
      at = end;
    } catch (IllegalArgumentException e) {
      json.append("\\U"); // Not JSON: the parser will refuse it.
    }
  }

  private void append(char c) {
    if (c == '"' || c == '\\') {
      json.append('\\').append(c);
    } else if (c < ' ') {
      json.append(String.format("\\u%04x", (int) c));
    } else {
      json.append(c);
    }
  }
}
