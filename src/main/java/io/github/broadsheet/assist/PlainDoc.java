package io.github.broadsheet.assist;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Clean HTML as Markdown or as text. */
final class PlainDoc {
  private final boolean markdown;
  private final StringBuilder out = new StringBuilder();

  private PlainDoc(boolean markdown) {
    this.markdown = markdown;
  }

  static String markdown(String html) {
    return new PlainDoc(true).write(html);
  }

  static String text(String html) {
    return new PlainDoc(false).write(html);
  }

  private String write(String html) {
    children(Jsoup.parseBodyFragment(html).body());
    return out.toString().replaceAll("[ \t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }

  private void children(Element parent) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) {
        String words = text.text().replaceAll("\\s+", " ");
        boolean atLineStart = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        String shown = atLineStart ? words.stripLeading() : words;
        out.append(markdown ? shown.replaceAll("([\\\\`*_<>\\[\\]])", "\\\\$1") : shown);
      } else if (node instanceof Element element) {
        element(element);
      }
    }
  }

  private void element(Element element) {
    switch (element.normalName()) {
      case "code", "tt" -> between(element, "`", element.text());
      case "pre" -> {
        out.append(markdown ? "\n\n```java\n" : "\n\n");
        out.append(element.wholeText().strip());
        out.append(markdown ? "\n```\n\n" : "\n\n");
      }
      case "b", "strong", "dt" -> {
        out.append(element.normalName().equals("dt") ? "\n\n" : "");
        between(element, "**", element.text());
        out.append(markdown && element.normalName().equals("dt") ? "\n" : "");
      }
      case "i", "em" -> between(element, "*", element.text());
      case "a" -> {
        String target = element.attr("href");
        out.append(
            markdown && !target.isEmpty()
                ? "[" + element.text() + "](" + target + ")"
                : element.text());
      }
      case "li", "dd" -> {
        out.append(markdown ? "\n- " : element.normalName().equals("dd") ? "\n  " : "\n  • ");
        children(element);
      }
      case "sup" -> out.append('^').append(element.text());
      case "br" -> out.append('\n');
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        out.append("\n\n");
        between(element, "**", element.text());
        out.append("\n\n");
      }
      case "tr" -> {
        out.append('\n');
        children(element);
      }
      case "td", "th" -> {
        children(element);
        out.append("  ");
      }
      case "p" -> {
        // The first paragraph of a point stands beside its mark.
        boolean inPoint = element.parent() != null && element.parent().is("li, dd");
        out.append(inPoint && element.elementSiblingIndex() == 0 ? "" : "\n\n");
        children(element);
        out.append("\n\n");
      }
      case "div", "ul", "ol", "dl", "blockquote", "table" -> {
        out.append("\n\n");
        children(element);
        out.append("\n\n");
      }
      default -> children(element);
    }
  }

  private void between(Element element, String mark, String text) {
    out.append(markdown && !text.isEmpty() ? mark + text + mark : element.text());
  }
}
