package io.github.broadsheet.display;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text on its way into Markdown. */
public final class Markdown {
  private static final String SIGNS = "\\`*_[]|~$#!";
  private static final Map<Character, String> ENTITIES =
      Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;");

  /** What would begin an item of a list. */
  private static final Pattern ITEM = Pattern.compile("^(\\d{0,9})([-+.)])(?= |$)");

  private Markdown() {}

  /** Text on one line that Markdown shows as it is, also inside a table. */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : Plain.line(text).toCharArray()) {
      if (SIGNS.indexOf(c) >= 0) {
        safe.append('\\');
      }
      safe.append(ENTITIES.getOrDefault(c, String.valueOf(c)));
    }
    return ITEM.matcher(safe).replaceFirst("$1\\\\$2");
  }

  /** Text that leads to a web address; only the text where that is missing or none. */
  public static String link(String text, @Nullable String url) {
    String shown = escape(text);
    return Html.link(url)
        .map(to -> "[" + shown + "](<" + to.replace("|", "%7C").replace(">", "%3E") + ">)")
        .orElse(shown);
  }
}
