package io.github.broadsheet.share;

import io.github.broadsheet.display.Html;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Element;

/** Markdown as safe HTML: CommonMark with GitHub's tables; formulas stay as they were typed. */
final class MarkdownHtml {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .customInlineContentParserFactory(new FormulaFactory())
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().extensions(EXTENSIONS).nodeRendererFactory(FormulaHtml::new).build();

  private MarkdownHtml() {}

  /** The text as the body of a document; headings can be linked to as Jupyter does. */
  static Element body(String markdown, Function<String, Optional<String>> attachment) {
    Element body = SafeHtml.body(html(markdown), attachment);
    for (Element heading : body.select("h1, h2, h3, h4, h5, h6")) {
      heading.attr("id", SafeHtml.ANCHOR + heading.text().replace(' ', '-'));
    }
    return body;
  }

  // The renderer follows what is nested by recursion; nobody can read text nested as deep as that.
  private static String html(String markdown) {
    try {
      return RENDERER.render(PARSER.parse(markdown));
    } catch (StackOverflowError tooDeep) {
      return "<pre>" + Html.escape(markdown) + "</pre>";
    }
  }

  /** A formula between dollar signs, signs included. */
  private static final class Formula extends CustomNode {
    private final String text;

    Formula(String text) {
      this.text = text;
    }
  }

  private static final class FormulaFactory implements InlineContentParserFactory {
    // A text full of single signs would be read to its end from each of them.
    private static final int LONGEST = 2000;

    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return FormulaFactory::parse;
    }

    // "$5 and $6" are prices: a formula begins and ends with a sign, and no digit follows it.
    private static ParsedInline parse(InlineParserState state) {
      Scanner scanner = state.scanner();
      Position start = scanner.position();
      int signs = Math.min(2, scanner.matchMultiple('$'));
      if (signs == 1 && Character.isWhitespace(scanner.peek())) {
        return ParsedInline.none();
      }
      for (int i = 0; i < LONGEST && scanner.hasNext(); i++) {
        char before = scanner.peek();
        scanner.next();
        if (before == '\\' && scanner.hasNext()) {
          scanner.next();
          continue;
        }
        boolean ends = scanner.peek() == '$' && (signs == 2 || !Character.isWhitespace(before));
        if (ends && scanner.matchMultiple('$') >= signs && !Character.isDigit(scanner.peek())) {
          String text = scanner.getSource(start, scanner.position()).getContent();
          return ParsedInline.of(new Formula(text), scanner.position());
        }
      }
      return ParsedInline.none();
    }
  }

  private record FormulaHtml(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Formula.class);
    }

    @Override
    public void render(Node node) {
      String text = Html.escape(((Formula) node).text);
      context.getWriter().raw("<span class=\"" + SafeHtml.MATH + "\">" + text + "</span>");
    }
  }
}
