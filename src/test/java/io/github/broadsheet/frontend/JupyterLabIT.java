package io.github.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour in a real JupyterLab 4.6. */
class JupyterLabIT {
  private static final String PICTURES = ".jp-OutputArea-output img";
  private static final String LIVE_CHARTS = ".jp-OutputArea-output .js-plotly-plot";

  @TempDir Path folder;

  @BeforeEach
  void needsTheFrontEnd() {
    Frontend.needLab();
  }

  @Test
  void theTourRunsAndTheSavedNotebookShowsEverythingUntrusted() throws Exception {
    Path kernels = Program.installKernel(folder.resolve("prefix"));
    Path notebooks = folder.resolve("notebooks");
    Path tour = SavedNotebook.tourIn(notebooks);

    try (JupyterServer server = JupyterServer.lab(notebooks, folder.resolve("home"), kernels);
        Browser browser = Browser.open()) {
      open(browser, server);
      browser.page.waitForFunction(
          "() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'");
      browser.page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')");
      browser.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')");
      SavedNotebook saved = SavedNotebook.read(tour);
      browser.picture("lab-after-run");

      assertThat(saved.errors()).isEmpty();
      assertThat(saved.charts()).isGreaterThan(1);
      assertThat(saved.tables()).isGreaterThan(1);
      browser.page.waitForCondition(() -> browser.count(LIVE_CHARTS) >= saved.charts());
      browser.picture("lab");
    }

    // A server with a trust database of its own has never seen this notebook: it is a colleague's.
    SavedNotebook saved = SavedNotebook.read(tour);
    try (JupyterServer server = JupyterServer.lab(notebooks, folder.resolve("colleague"), kernels);
        Browser browser = Browser.open()) {
      open(browser, server);
      browser.page.waitForCondition(() -> browser.visiblePictures(PICTURES) >= saved.charts());
      browser.picture("lab-untrusted");
      assertThat(browser.count(LIVE_CHARTS)).isZero();
      assertThat(browser.count(".jp-OutputArea-output table"))
          .isGreaterThanOrEqualTo((int) saved.tables());
    }
  }

  private static void open(Browser browser, JupyterServer server) {
    browser.page.navigate(server.page("/lab/tree/tour.ipynb?reset"));
    browser.awaitNotebook();
  }
}
