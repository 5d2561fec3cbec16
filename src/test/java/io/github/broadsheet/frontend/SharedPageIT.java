package io.github.broadsheet.frontend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.broadsheet.Filter.about;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.broadsheet.Papers;
import io.github.broadsheet.Trend;
import io.github.broadsheet.display.Bundles;
import io.github.broadsheet.notebook.Output;
import io.github.broadsheet.share.PageOptions;
import io.github.broadsheet.share.Pages;
import io.github.broadsheet.share.SharedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shared page as a colleague opens it: from a file, offline. */
class SharedPageIT {
  private static final String EVIL =
      "</script><script>window.stolen = 1</script><img src=x onerror=\"window.stolen = 1\">";

  @TempDir private static Path folder = Path.of("");
  private static Path file = Path.of("");

  @BeforeAll
  static void share() throws IOException {
    var papers = Papers.sample();
    var trend = Trend.of(papers, "attention", "memory: memory|memorize|retention");
    SharedPage page =
        SharedPage.of(
            new Pages()
                .text("# Attention & memory\n\nA page about $O(n^2)$.\n\n" + EVIL)
                .code("papers.first(12)", shown(papers.first(12)))
                .code("trend.plot()", shown(trend.plot()))
                .code("papers.where(about(\"attention\"))", shown(papers.where(about("attention"))))
                .code("// " + EVIL, Pages.chart(EVIL, "bar"), Pages.shown("text/html", EVIL))
                .code("fail()", new Output.Error("E", EVIL, List.of("\u001B[31m" + EVIL)))
                .notebook(),
            new PageOptions("attention.ipynb", false));
    file = folder.resolve("page.html");
    page.write(file);
  }

  @BeforeEach
  void needChromium() {
    Frontend.needChromium();
  }

  @Test
  void comesAliveWithoutANetwork() throws Exception {
    try (Browser browser = Browser.open()) {
      open(browser, file);
      assertThat(browser.count("figure.chart.drawn .main-svg")).isPositive();
      assertThat(browser.count("figure.chart.drawn")).isEqualTo(2);
      assertThat(browser.visiblePictures("figure img")).isZero();
      assertThat(browser.networkRequests()).isEmpty();
      assertThat(browser.pageErrors()).isEmpty();
      assertThat(browser.page.evaluate("window.stolen")).isNull();
      browser.picture("shared-page-light");
      browser.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      browser.page.setViewportSize(390, 844);
      browser.page.waitForTimeout(300);
      assertThat((Integer) browser.page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(390);
      browser.picture("shared-page-dark-phone");
    }
  }

  @Test
  void filtersAndSortsItsTables() {
    try (Browser browser = Browser.open()) {
      open(browser, file);
      Locator table = browser.page.locator(".output table").first();
      Locator rows = table.locator("tbody tr:visible");
      assertThat(rows).hasCount(12);
      browser.page.locator(".filter input").first().fill("brain rot");
      assertThat(rows).hasCount(1);
      assertThat(browser.page.locator(".filter span").first()).hasText("1 of 12 rows");
      browser.page.locator(".filter input").first().fill("");
      Locator published = table.locator("th", new Locator.LocatorOptions().setHasText("published"));
      published.locator("button").click();
      List<String> up = days(table);
      assertThat(up).isSorted().hasSizeGreaterThan(5);
      published.locator("button").click();
      assertThat(days(table)).isSortedAccordingTo(java.util.Comparator.reverseOrder());
      assertThat(published).hasAttribute("aria-sort", "descending");
    }
  }

  @Test
  void showsEverythingWithoutScripts() throws Exception {
    try (Browser browser = Browser.openWithoutScripts()) {
      browser.page.navigate(file.toUri().toString());
      assertThat(browser.visiblePictures("figure img")).isEqualTo(2);
      assertThat(browser.count(".output table")).isEqualTo(2);
      assertThat(browser.networkRequests()).isEmpty();
      browser.picture("shared-page-without-scripts");
    }
  }

  @Test
  void runsNoScriptThatSomebodyPutsIntoTheFile() throws IOException {
    String html = Files.readString(file);
    Path tampered = folder.resolve("tampered.html");
    Files.writeString(
        tampered,
        html.replace(
            "<main", EVIL.substring("</script>".length()) + "<img src=http://127.0.0.1:9/x><main"));
    try (Browser browser = Browser.open()) {
      open(browser, tampered);
      assertThat(browser.page.evaluate("window.stolen")).isNull();
      assertThat(browser.count("figure.chart.drawn")).isEqualTo(2);
    }
  }

  @Test
  void givesTheNotebookBack() throws IOException {
    try (Browser browser = Browser.open()) {
      open(browser, file);
      var download =
          browser.page.waitForDownload(() -> browser.page.locator("a[download]").click());
      assertThat(download.suggestedFilename()).isEqualTo("attention.ipynb");
      assertThat(Files.readString(download.path())).contains("\"nbformat\": 4");
    }
  }

  private static void open(Browser browser, Path page) {
    browser.page.navigate(page.toUri().toString());
    browser.page.waitForSelector("html[data-ready=yes]");
  }

  private static Output shown(Object value) {
    return Output.Data.displayed(Bundles.of(value));
  }

  private static List<String> days(Locator table) {
    return table.locator("tbody tr").allInnerTexts().stream()
        .flatMap(
            row -> java.util.regex.Pattern.compile("\\d{4}-\\d\\d-\\d\\d").matcher(row).results())
        .map(java.util.regex.MatchResult::group)
        .toList();
  }
}
