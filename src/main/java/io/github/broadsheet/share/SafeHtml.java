package io.github.broadsheet.share;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML of anyone as HTML that can do no harm: known elements and attributes only, no script, no
 * frame, no form, nothing loaded, links only to where a reader can see that they lead.
 */
final class SafeHtml {
  /** The class of a formula, the only class that is kept. */
  static final String MATH = "math";

  /** Goes before each anchor, so that none can pass for a name that a script knows. */
  static final String ANCHOR = "at-";

  private static final Pattern PICTURE =
      Pattern.compile("(?i)data:image/(png|jpeg|gif|webp|svg\\+xml);base64,[A-Za-z0-9+/=\\s]+");
  private static final Pattern STYLE =
      Pattern.compile(
          "(text-align|vertical-align|white-space|font-weight|font-style|min-width|max-width"
              + "|opacity|margin-left)\\s*:\\s*[\\w.%-]{1,20}");
  private static final Safelist ALLOWED =
      new Safelist()
          .addTags("a", "abbr", "b", "bdi", "blockquote", "br", "caption", "cite", "code", "col")
          .addTags("colgroup", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption")
          .addTags("figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd")
          .addTags("li", "mark", "meter", "ol", "p", "pre", "progress", "q", "s", "samp", "small")
          .addTags("span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th")
          .addTags("thead", "time", "tr", "u", "ul", "var", "wbr")
          .addAttributes(":all", "title", "align", "dir", "lang", "style", "class", "id")
          .addAttributes("a", "href")
          .addAttributes("img", "src", "alt", "width", "height")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan", "scope")
          .addAttributes("ol", "start")
          .addAttributes("details", "open")
          .addAttributes("progress", "value", "max")
          .addAttributes("meter", "value", "min", "max", "low", "high", "optimum")
          .addAttributes("time", "datetime");

  private SafeHtml() {}

  /** The body of a document with what is safe of this HTML. */
  static Element body(String html) {
    return body(html, name -> Optional.empty());
  }

  /**
   * The same for a cell with pictures of its own.
   *
   * @param attachment the picture of this name as a {@code data:} address
   */
  static Element body(String html, Function<String, Optional<String>> attachment) {
    Document foreign = Jsoup.parseBodyFragment(html);
    foreign.select("svg").forEach(SafeHtml::asPicture);
    foreign
        .select("script, style, iframe, frame, object, embed, noscript, template, head, title")
        .remove();
    foreign.select("img").forEach(img -> attached(img, attachment));
    Document safe = new Cleaner(ALLOWED).clean(foreign);
    safe.outputSettings().prettyPrint(false);
    Element body = safe.body();
    body.getAllElements().forEach(SafeHtml::narrow);
    body.select("img").forEach(SafeHtml::picture);
    body.select("a").forEach(SafeHtml::link);
    body.select("thead th:not([scope])").attr("scope", "col");
    return body;
  }

  /** A picture as an address, if it is one that a page may show. */
  static boolean isPicture(String address) {
    return PICTURE.matcher(address).matches();
  }

  // Scripts in a picture do not run, and it loads nothing.
  private static void asPicture(Element svg) {
    Document owner = svg.ownerDocument();
    if (owner == null || svg.parent() == null) {
      return;
    }
    svg.attr("xmlns", "http://www.w3.org/2000/svg");
    owner.outputSettings().syntax(Syntax.xml).prettyPrint(false);
    String xml = svg.outerHtml();
    owner.outputSettings().syntax(Syntax.html);
    Element img = new Element("img").attr("alt", svg.select("title").text());
    svg.replaceWith(img.attr("src", svgAddress(xml)));
  }

  static String svgAddress(String xml) {
    return "data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
  }

  private static void attached(Element img, Function<String, Optional<String>> attachment) {
    String source = img.attr("src");
    if (source.startsWith("attachment:")) {
      attachment
          .apply(source.substring("attachment:".length()))
          .ifPresent(found -> img.attr("src", found));
    }
  }

  private static void narrow(Element element) {
    if (!element.attr("class").equals(MATH)) {
      element.removeAttr("class");
    }
    if (element.hasAttr("id")) {
      element.attr("id", ANCHOR + element.attr("id"));
    }
    if (element.hasAttr("style")) {
      String kept =
          Stream.of(element.attr("style").toLowerCase(Locale.ROOT).split(";"))
              .map(String::strip)
              .filter(declaration -> STYLE.matcher(declaration).matches())
              .collect(Collectors.joining(";"));
      element.attr("style", kept);
      if (kept.isEmpty()) {
        element.removeAttr("style");
      }
    }
  }

  private static void picture(Element img) {
    if (isPicture(img.attr("src"))) {
      if (!img.hasAttr("alt")) {
        img.attr("alt", "");
      }
      return;
    }
    String named = img.attr("alt").isBlank() ? "a picture" : "the picture " + img.attr("alt");
    img.replaceWith(new TextNode("[" + named + " is not part of this file]"));
  }

  private static void link(Element anchor) {
    String address = anchor.attr("href").strip();
    String scheme = address.toLowerCase(Locale.ROOT);
    if (address.startsWith("#")) {
      anchor.attr("href", "#" + ANCHOR + address.substring(1));
    } else if (scheme.startsWith("http://") || scheme.startsWith("https://")) {
      anchor.attr("href", address).attr("target", "_blank").attr("rel", "noopener noreferrer");
    } else if (!scheme.startsWith("mailto:")) {
      anchor.removeAttr("href");
    }
  }
}
