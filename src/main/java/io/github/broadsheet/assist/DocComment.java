package io.github.broadsheet.assist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Safelist;

/** A documentation comment as HTML that is safe to show, whoever wrote it. */
final class DocComment {
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s*");
  private static final Safelist SAFE =
      Safelist.basic()
          .addTags("h1", "h2", "h3", "h4", "h5", "h6", "hr", "div")
          .addTags("table", "thead", "tbody", "tr", "th", "td", "caption")
          .removeProtocols("a", "href", "ftp", "mailto");

  private static final Map<String, String> HEADINGS =
      Map.of(
          "param", "Parameters",
          "return", "Returns",
          "throws", "Throws",
          "exception", "Throws",
          "since", "Since",
          "see", "See also",
          "deprecated", "Deprecated");
  private static final List<String> ORDER =
      List.of("Deprecated", "Parameters", "Returns", "Throws", "See also", "Since");

  private DocComment() {}

  /** The HTML of a comment without its stars. */
  static String html(String comment) {
    List<String> tags = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    List<Integer> contents = new ArrayList<>();
    String text = inline(comment);
    Matcher matcher = BLOCK_TAG.matcher(text);
    while (matcher.find()) {
      tags.add(matcher.group(1));
      starts.add(matcher.start());
      contents.add(matcher.end());
    }
    String main = starts.isEmpty() ? text : text.substring(0, starts.get(0));
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    for (int i = 0; i < tags.size(); i++) {
      String heading = HEADINGS.get(tags.get(i));
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      if (heading != null) {
        String content = text.substring(contents.get(i), end).strip();
        sections
            .computeIfAbsent(heading, key -> new StringBuilder())
            .append("<dd>")
            .append(named(tags.get(i), content))
            .append("</dd>");
      }
    }
    StringBuilder html = new StringBuilder(main.strip());
    if (!sections.isEmpty()) {
      html.append("<dl>");
      for (String heading : ORDER) {
        if (sections.containsKey(heading)) {
          html.append("<dt>").append(heading).append("</dt>").append(sections.get(heading));
        }
      }
      html.append("</dl>");
    }
    return blocks(Jsoup.clean(html.toString(), SAFE));
  }

  /**
   * The first words as a paragraph, as all others are; and lines of code without the space that
   * stood between the star of the comment and them.
   */
  private static String blocks(String html) {
    Document page = Jsoup.parseBodyFragment(html);
    page.outputSettings().prettyPrint(false);
    for (Element block : page.select("pre")) {
      if (block.children().stream().allMatch(child -> child.childrenSize() == 0)) {
        block.text(unindented(block.wholeText()));
      }
    }
    Element first = new Element("p");
    while (page.body().childNodeSize() > 0 && isInline(page.body().childNode(0))) {
      first.appendChild(page.body().childNode(0));
    }
    if (first.hasText()) {
      page.body().prependChild(first);
    }
    return page.body().html();
  }

  private static boolean isInline(Node node) {
    return !(node instanceof Element element) || !element.isBlock();
  }

  private static String unindented(String code) {
    String[] lines = code.replaceFirst("^\\s*\\n", "").stripTrailing().split("\n", 2);
    return lines.length < 2
        ? lines[0].strip()
        : lines[0].startsWith(" ")
            ? (lines[0] + "\n" + lines[1]).stripIndent()
            : lines[0] + "\n" + lines[1].stripIndent();
  }

  /** The first word of these tags is a name; what follows explains it. */
  private static String named(String tag, String content) {
    if (tag.equals("see") && !content.startsWith("<")) {
      return "<code>" + reference(content) + "</code>";
    }
    if (!List.of("param", "throws", "exception").contains(tag)) {
      return content;
    }
    String[] words = content.split("\\s+", 2);
    String name = "<code>" + escape(simple(words[0])) + "</code>";
    return words.length < 2 ? name : name + " – " + words[1];
  }

  /** The comment with its inline tags turned to HTML. */
  private static String inline(String text) {
    StringBuilder html = new StringBuilder();
    int at = 0;
    while (true) {
      int open = text.indexOf("{@", at);
      int close = open < 0 ? -1 : closing(text, open);
      if (close < 0) {
        return html.append(text, at, text.length()).toString();
      }
      html.append(text, at, open).append(tag(text.substring(open + 2, close)));
      at = close + 1;
    }
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String tag(String inside) {
    String[] words = inside.strip().split("\\s+", 2);
    String content = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "code" -> "<code>" + escape(content) + "</code>";
      // Line breaks of a literal matter in a <pre>; an @ at its line start is no tag.
      case "literal" -> escape(content);
      case "link" -> "<code>" + reference(content) + "</code>";
      case "linkplain" -> reference(content);
      case "snippet" ->
          "<pre>" + escape(content.substring(content.indexOf(':') + 1).strip()) + "</pre>";
      case "inheritDoc", "docRoot" -> "";
      case "return" -> "Returns " + inline(content) + ".";
      default -> inline(content);
    };
  }

  /** The label of a link, or what it refers to. */
  private static String reference(String content) {
    Matcher matcher =
        Pattern.compile("(?s)([^\\s(]+(?:\\([^)]*\\))?)\\s*(.*)").matcher(content.strip());
    if (!matcher.matches()) {
      return escape(content);
    }
    String label = matcher.group(2);
    String target = matcher.group(1).replaceFirst("^#", "").replace('#', '.');
    return label.isBlank() ? escape(simple(target)) : inline(label);
  }

  /** Without packages. */
  private static String simple(String name) {
    return name.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
  }

  private static String escape(String text) {
    return Entities.escape(text).replace("@", "&#64;");
  }
}
