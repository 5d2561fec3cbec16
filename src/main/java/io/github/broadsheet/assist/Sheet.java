package io.github.broadsheet.assist;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;

/** An inspection being written, in its three forms at once. */
final class Sheet {
  private final List<String> signatures = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder markdown = new StringBuilder();
  private final StringBuilder html = new StringBuilder();

  void signature(String signature) {
    signatures.add(signature);
  }

  void value(String value) {
    plain.append("= ").append(value).append("\n\n");
    markdown.append("`= ").append(value.replace('`', '\'')).append("`\n\n");
    html.append("<p><code>= ").append(Entities.escape(value)).append("</code></p>");
  }

  void documentation(String clean) {
    plain.append(PlainDoc.text(clean)).append("\n\n");
    markdown.append(PlainDoc.markdown(clean)).append("\n\n");
    html.append(clean);
  }

  void source(String source) {
    plain.append(source).append("\n\n");
    markdown.append("```java\n").append(source).append("\n```\n\n");
    html.append("<pre><code>").append(Entities.escape(source)).append("</code></pre>");
  }

  Inspection inspection() {
    String all = String.join("\n", signatures);
    return new Inspection(
        (all + "\n\n" + plain).strip(),
        ("```java\n" + all + "\n```\n\n" + markdown).strip(),
        "<p><code>"
            + Entities.escape(all).replace("\n", "</code><br><code>")
            + "</code></p>"
            + (html.isEmpty() ? "" : "<hr>" + html));
  }
}
