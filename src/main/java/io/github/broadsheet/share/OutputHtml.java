package io.github.broadsheet.share;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.chart.PlotlyLibrary;
import io.github.broadsheet.display.Html;
import io.github.broadsheet.notebook.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** What a cell has shown, as a reader of the page sees it. */
final class OutputHtml {
  private static final int LONGEST_TEXT = 100_000;
  private static final int LONGEST_HTML = 4_000_000;
  private static final List<String> PICTURES =
      List.of("image/png", "image/jpeg", "image/gif", "image/webp");
  private static final List<String> TEXTS = List.of("text/plain", "text/latex");

  private OutputHtml() {}

  /** All outputs of cell number {@code cell}, in order; a stream in pieces is one text. */
  static String of(List<Output> outputs, int cell) {
    StringBuilder html = new StringBuilder();
    for (Output output : joined(outputs)) {
      if (output instanceof Output.Stream stream) {
        html.append(stream(stream));
      } else if (output instanceof Output.Error error) {
        html.append(error(error));
      } else if (output instanceof Output.Data data && !carriesLibrary(data)) {
        html.append(data(data.data(), cell));
      }
    }
    return html.toString();
  }

  /** Whether an output has no other use than to bring plotly.js, which a page brings itself. */
  static boolean carriesLibrary(Output.Data data) {
    return data.data().containsKey(PlotlyLibrary.MIME);
  }

  private static List<Output> joined(List<Output> outputs) {
    List<Output> joined = new ArrayList<>();
    for (Output output : outputs) {
      int last = joined.size() - 1;
      if (last >= 0
          && output instanceof Output.Stream next
          && joined.get(last) instanceof Output.Stream before
          && next.name().equals(before.name())) {
        joined.set(last, new Output.Stream(next.name(), before.text() + next.text()));
      } else {
        joined.add(output);
      }
    }
    return joined;
  }

  private static String stream(Output.Stream stream) {
    if (stream.text().isBlank()) {
      return "";
    }
    return stream.name().equals("stderr")
        ? output("", "<span class=\"unseen\">Standard error:</span>" + text(stream.text(), "err"))
        : output("", text(stream.text(), ""));
  }

  private static String error(Output.Error error) {
    String trace = String.join("\n", error.traceback());
    String shown = trace.isBlank() ? error.name() + ": " + error.message() : trace;
    return output("", "<span class=\"unseen\">The cell failed:</span>" + text(shown, "failed"));
  }

  private static String data(Map<String, JsonNode> data, int cell) {
    return FigureHtml.of(data)
        .map(figure -> output("wide", figure))
        .or(() -> html(data, cell))
        .or(() -> markdown(data))
        .or(() -> picture(data))
        .or(() -> plain(data))
        .orElse("");
  }

  private static Optional<String> html(Map<String, JsonNode> data, int cell) {
    String html = text(data, "text/html");
    if (html.isBlank() || html.length() > LONGEST_HTML) {
      return Optional.empty();
    }
    Element body = SafeHtml.body(html);
    if (!body.hasText() && body.select("img, progress, meter").isEmpty()) {
      return Optional.empty();
    }
    String region =
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Output of cell "
            + cell
            + "\">";
    boolean wide = !body.select("table, img").isEmpty();
    return Optional.of(output(wide ? "wide" : "", region + body.html() + "</div>"));
  }

  private static Optional<String> markdown(Map<String, JsonNode> data) {
    String markdown = text(data, "text/markdown");
    if (markdown.isBlank() || markdown.length() > LONGEST_HTML) {
      return Optional.empty();
    }
    String html = MarkdownHtml.body(markdown, name -> Optional.empty()).html();
    return Optional.of(output("text", html));
  }

  private static Optional<String> picture(Map<String, JsonNode> data) {
    String svg = text(data, "image/svg+xml");
    if (!svg.isBlank()) {
      return Optional.of(picture(SafeHtml.svgAddress(svg), data));
    }
    return PICTURES.stream()
        .map(type -> "data:" + type + ";base64," + text(data, type).replaceAll("\\s", ""))
        .filter(SafeHtml::isPicture)
        .findFirst()
        .map(address -> picture(address, data));
  }

  private static String picture(String address, Map<String, JsonNode> data) {
    String text = text(data, "text/plain");
    String alt = text.isBlank() ? "Picture" : text;
    return output("wide", "<img alt=\"" + Html.escape(alt) + "\" src=\"" + address + "\">");
  }

  private static Optional<String> plain(Map<String, JsonNode> data) {
    return TEXTS.stream()
        .map(type -> text(data, type))
        .filter(text -> !text.isBlank())
        .findFirst()
        .or(() -> data.values().stream().findFirst().map(JsonNode::toPrettyString))
        .filter(text -> !text.isBlank())
        .map(text -> output("", text(text, "")));
  }

  private static String text(Map<String, JsonNode> data, String type) {
    JsonNode content = data.get(type);
    return content == null ? "" : content.asText();
  }

  private static String text(String text, String name) {
    boolean cut = text.length() > LONGEST_TEXT;
    String shown = cut ? text.substring(0, LONGEST_TEXT) : text;
    String more = String.format(Locale.ROOT, "%,d", text.length() - LONGEST_TEXT);
    return "<pre"
        + (name.isEmpty() ? "" : " class=\"" + name + "\"")
        + ">"
        + AnsiHtml.of(shown.stripTrailing())
        + "</pre>"
        + (cut ? "<p class=\"cut\">" + more + " more characters are in the notebook.</p>" : "");
  }

  private static String output(String kind, String html) {
    return "<div class=\"output" + (kind.isEmpty() ? "" : " " + kind) + "\">" + html + "</div>\n";
  }
}
