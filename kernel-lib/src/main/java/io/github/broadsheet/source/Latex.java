package io.github.broadsheet.source;

import java.io.StringReader;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;

/** Plain text to the LaTeX that shows it, and back. Formulas between dollars stay as they are. */
final class Latex {
  /** The rule of pandoc: no space inside the dollars, no digit after them. */
  private static final Pattern FORMULA =
      Pattern.compile("(?<!\\\\)\\$(?![\\s$])[^$]*(?<![\\s\\\\$])\\$(?!\\d)");

  private static final Pattern COMMAND =
      Pattern.compile(
          "\\\\(?:[&%$#_{}]|text[a-z]+(?:\\{\\}|\\b\\s?)|[\"'`^~=.](?:\\{\\\\?\\w\\}|\\\\?\\w)"
              + "|[cvuHrbdk]\\{\\\\?\\w\\}|(?:o|O|l|L|ss|ae|AE|oe|OE|aa|AA|i|j)(?:\\{\\}|\\b\\s?))");

  private Latex() {}

  /** LaTeX that shows a text: what LaTeX would take for a command is escaped. */
  static String of(String text) {
    return outsideFormulas(text, Latex::escaped);
  }

  /** The text that some LaTeX shows, as far as it is accents, escapes and braces. */
  static String text(String latex) {
    return outsideFormulas(latex, Latex::plain);
  }

  private static String outsideFormulas(String text, UnaryOperator<String> change) {
    StringBuilder changed = new StringBuilder();
    int from = 0;
    Matcher formula = FORMULA.matcher(text);
    while (formula.find()) {
      if (isBalanced(formula.group())) {
        changed.append(change.apply(text.substring(from, formula.start()))).append(formula.group());
        from = formula.end();
      }
    }
    return changed.append(change.apply(text.substring(from))).toString();
  }

  /** Whether braces pair up, escaped ones too since BibTeX counts them. */
  private static boolean isBalanced(String text) {
    int depth = 0;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
    }
    return depth == 0;
  }

  private static String escaped(String text) {
    StringBuilder latex = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> latex.append("\\textbackslash{}");
        case '~' -> latex.append("\\textasciitilde{}");
        case '^' -> latex.append("\\textasciicircum{}");
        // BibTeX counts braces even behind a backslash.
        case '{' -> latex.append("\\textbraceleft{}");
        case '}' -> latex.append("\\textbraceright{}");
        case '&', '%', '$', '#', '_' -> latex.append('\\').append(c);
        default -> latex.append(c);
      }
    }
    return latex.toString();
  }

  private static String plain(String latex) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    Matcher command = COMMAND.matcher(latex);
    while (command.find()) {
      text.append(withoutBraces(latex.substring(from, command.start())));
      text.append(shown(command.group()));
      from = command.end();
    }
    return text.append(withoutBraces(latex.substring(from))).toString();
  }

  private static String withoutBraces(String latex) {
    return latex.replaceAll("[{}]", "").replace('~', ' ');
  }

  private static String shown(String command) {
    return switch (command.replace("{}", "").strip()) {
      case "\\textbraceleft" -> "{";
      case "\\textbraceright" -> "}";
      default -> printed(command);
    };
  }

  private static String printed(String command) {
    try {
      String shown = new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(command)));
      return shown.isEmpty() ? command : shown;
    } catch (ParseException | RuntimeException e) {
      return command;
    }
  }
}
