package io.github.broadsheet.share;

import io.github.broadsheet.display.Html;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java with its words told apart by colour, as HTML. */
final class JavaHtml {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<c>//[^\n]*+|/\\*[\\s\\S]*?(?:\\*/|\\z))"
              + "|(?<s>\"\"\"[\\s\\S]*?(?:\"\"\"|\\z)|\"(?:[^\"\\\\\n]++|\\\\.)*+\"?"
              + "|'(?:[^'\\\\\n]++|\\\\.)*+'?)"
              + "|(?<m>@[A-Za-z_][\\w.]*+|(?m:^[ \t]*+%%?[A-Za-z][^\n]*+))"
              + "|(?<n>\\b\\d[\\w.]*+)"
              + "|(?<k>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|const|continue"
              + "|default|do|double|else|enum|extends|false|final|finally|float|for|goto|if"
              + "|implements|import|instanceof|int|interface|long|native|new|null|package|permits"
              + "|private|protected|public|record|return|sealed|short|static|strictfp|super|switch"
              + "|synchronized|this|throw|throws|transient|true|try|var|void|volatile|while|yield)\\b)"
              + "|(?<t>\\b[A-Z]\\w*+)"
              + "|[A-Za-z_$][\\w$]*+");
  private static final String[] KINDS = {"c", "s", "m", "n", "k", "t"};

  private JavaHtml() {}

  static String of(String source) {
    StringBuilder html = new StringBuilder(source.length() * 2);
    Matcher word = WORD.matcher(source);
    int from = 0;
    while (word.find()) {
      html.append(Html.escape(source.substring(from, word.start())));
      html.append(marked(word));
      from = word.end();
    }
    return html.append(Html.escape(source.substring(from))).toString();
  }

  private static String marked(Matcher word) {
    String text = Html.escape(word.group());
    for (String kind : KINDS) {
      if (word.group(kind) != null) {
        return "<span class=\"" + kind + "\">" + text + "</span>";
      }
    }
    return text;
  }
}
