package io.github.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.NotebookFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tab and Shift-Tab as a reader of JupyterLab 4.6 uses and sees them. */
class LabAssistIT {
  private static final String ITEMS = ".jp-Completer:not(.lm-mod-hidden) .jp-Completer-item";
  private static final String TOOLTIP = ".jp-Tooltip-content";
  private static final int TRIES = 6;
  private static final String READY =
      ".jp-Notebook.jp-mod-editMode .jp-CodeCell.jp-mod-active"
          + " .jp-mod-completer-enabled:not(.jp-mod-completer-active)";
  private static final String LAST_CELL = ".jp-CodeCell .cm-content";

  @TempDir Path folder;

  @BeforeEach
  void needsTheFrontEnd() {
    Frontend.needLab();
  }

  @Test
  void tabCompletesAndShiftTabExplains() throws Exception {
    Path kernels = Program.installKernel(folder.resolve("prefix"));
    Path notebooks = Files.createDirectories(folder.resolve("notebooks"));
    NotebookFile.write(notebook(), notebooks.resolve("typing.ipynb"));

    try (JupyterServer server = JupyterServer.lab(notebooks, folder.resolve("home"), kernels);
        Browser browser = Browser.open()) {
      browser.page.setViewportSize(1100, 620);
      open(browser, server);

      browser.page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')");
      browser.page.waitForSelector(".jp-OutputArea-output pre");

      browser.page.click(".Toastify button:text-is('No')"); // the news of Jupyter
      completes(browser);
      explains(browser);
      fails(browser);
    }
  }

  /** What a reader sees of a mistake: of the compiler's, and of one in a run. */
  private static void fails(Browser browser) throws Exception {
    type(browser, "int n = papers.stringColumn(\"titel\").lenght();");
    browser.page.keyboard().press("Control+Enter");
    browser.page.waitForSelector(".jp-OutputArea pre:has-text('did you mean length?')");
    browser.picture("lab-compile-error");
    type(
        browser,
        "int share(int n) {\n  return 100 / n;\n}\nStream.of(2, 0)\n    .map(n -> share(n))\n    .toList()");
    browser.page.keyboard().press("Control+Enter");
    browser.page.waitForSelector(".jp-OutputArea pre:has-text('/ by zero')");
    browser.picture("lab-runtime-error");
  }

  private static void open(Browser browser, JupyterServer server) {
    browser.page.navigate(server.page("/lab/tree/typing.ipynb?reset"));
    browser.awaitNotebook();
    browser.page.waitForFunction(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'");
  }

  private static void completes(Browser browser) throws Exception {
    assertThat(suggestions(browser, "papers.sort"))
        .contains("sortOn(", "sortAscendingOn(", "sortDescendingOn(");
    browser.picture("lab-tab-light");
    browser.page.keyboard().press("ArrowDown");
    browser.page.keyboard().press("Enter");
    typed(browser, "papers.sortDescendingOn(");

    assertThat(suggestions(browser, "papers.stringColumn(\"")).contains("title", "organization");
    browser.picture("lab-tab-column-light");
    browser.page.keyboard().type("org");
    browser.page.keyboard().press("Enter");
    typed(browser, "papers.stringColumn(\"organization");

    assertThat(suggestions(browser, "// 😀\npapers.where(about(\"x\").a")).contains("and(");

    assertThat(suggestions(browser, "DecimalFormatSym")).isNotEmpty();
    browser.picture("lab-tab-import-light");
    browser.page.keyboard().press("Enter");
    typed(browser, "import java.text.DecimalFormatSymbols;\nDecimalFormatSymbols");
    suggestions(browser, "System.out.println(new SimpleDateForm");
    browser.page.keyboard().press("Enter");
    typed(browser, "import java.text.SimpleDateFormat;\nSystem.out.println(new SimpleDateFormat");
  }

  private static void explains(Browser browser) throws Exception {
    assertThat(tooltip(browser, "Papers.between("))
        .contains("static Table Papers.between(String from, String to)")
        .contains("The Daily Papers from one day to another")
        .doesNotContain("{@");
    browser.picture("lab-shift-tab-light");
    assertThat(tooltip(browser, "papers")).contains("41 rows × 18 columns");
    assertThat(tooltip(browser, "List.of(1).stream().map(")).contains("Parameters");
    browser.picture("lab-shift-tab-jdk-light");
  }

  private static Notebook notebook() {
    String code = "var papers = Papers.sample();\npapers.rowCount()";
    return Notebook.of(
            List.of(
                NotebookCell.of(NotebookCell.Type.CODE, "run", code),
                NotebookCell.of(NotebookCell.Type.CODE, "typed", "")))
        .withMetadata(
            metadata -> {
              metadata
                  .putObject("kernelspec")
                  .put("name", "broadsheet")
                  .put("display_name", "Java");
              metadata.putObject("language_info").put("name", "java");
            });
  }

  /** What Tab offers at the end of a text that is typed into the last cell. */
  private static List<String> suggestions(Browser browser, String code) {
    shows(browser, code, "Tab", ITEMS);
    return browser.page.locator(ITEMS + " .jp-Completer-match").allTextContents();
  }

  /** What Shift-Tab shows there. */
  private static String tooltip(Browser browser, String code) {
    shows(browser, code, "Shift+Tab", TOOLTIP);
    return browser.page.locator(TOOLTIP).innerText();
  }

  /**
   * Types and presses a key; again where Lab was still busy with the list before, as a reader
   * would.
   */
  private static void shows(Browser browser, String code, String key, String what) {
    for (int tries = 0; tries < TRIES; tries++) {
      type(browser, code);
      browser.page.keyboard().press(key);
      try {
        browser.page.waitForSelector(what, new Page.WaitForSelectorOptions().setTimeout(10_000));
        return;
      } catch (TimeoutError notShown) {
        continue;
      }
    }
    fail(key + " shows nothing after " + code);
  }

  private static void type(Browser browser, String code) {
    browser.page.keyboard().press("Escape");
    browser.page.keyboard().press("Escape");
    browser.page.locator(LAST_CELL).last().click();
    browser.page.keyboard().press("Control+a");
    browser.page.keyboard().press("Delete");
    browser.page.keyboard().insertText(code);
    // Until Lab has seen the text, Tab would indent.
    browser.page.waitForSelector(READY);
  }

  private static void typed(Browser browser, String expected) {
    browser.page.waitForCondition(() -> !browser.page.isVisible(ITEMS));
    assertThat(browser.page.locator(LAST_CELL).last().innerText()).isEqualTo(expected);
  }
}
