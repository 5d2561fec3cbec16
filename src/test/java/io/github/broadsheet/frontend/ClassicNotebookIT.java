package io.github.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour in a real classic Notebook 6.4. */
class ClassicNotebookIT {
  private static final String PICTURES = ".output_area img";
  private static final String LIVE_CHARTS = ".output_area .js-plotly-plot";

  @TempDir Path folder;

  @BeforeEach
  void needsTheFrontEnd() {
    Frontend.needProgram();
    Frontend.needChromium();
    Frontend.needPython("notebook", "jupyter-notebook");
  }

  @Test
  void theTourRunsAndTheSavedNotebookShowsEverythingUntrusted() throws Exception {
    Path kernels = Program.installKernel(folder.resolve("prefix"));
    Path notebooks = folder.resolve("notebooks");
    Path tour = SavedNotebook.tourIn(notebooks);

    try (JupyterServer server = JupyterServer.classic(notebooks, folder.resolve("home"), kernels);
        Browser browser = Browser.open()) {
      open(browser, server);
      browser.page.waitForFunction(
          "() => IPython.notebook.kernel && IPython.notebook.kernel.is_connected()");
      browser.page.evaluate("() => IPython.notebook.execute_all_cells()");
      // The last code cell has its number when all before it are done.
      browser.page.waitForFunction(
          "() => IPython.notebook.get_cells().filter(c => c.cell_type === 'code')"
              + ".every(c => Number.isInteger(c.input_prompt_number)) && !IPython.notebook.kernel_busy");
      browser.page.evaluate("() => IPython.notebook.save_notebook()");
      SavedNotebook saved = SavedNotebook.read(tour);
      browser.picture("classic-after-run");

      assertThat(saved.errors()).isEmpty();
      assertThat(saved.charts()).isGreaterThan(1);
      assertThat(saved.tables()).isGreaterThan(1);
      browser.page.waitForCondition(() -> browser.count(LIVE_CHARTS) >= saved.charts());
      browser.picture("classic");
    }

    SavedNotebook saved = SavedNotebook.read(tour);
    try (JupyterServer server =
            JupyterServer.classic(notebooks, folder.resolve("colleague"), kernels);
        Browser browser = Browser.open()) {
      open(browser, server);
      browser.page.waitForCondition(() -> browser.visiblePictures(PICTURES) >= saved.charts());
      browser.picture("classic-untrusted");
      assertThat(browser.count(LIVE_CHARTS)).isZero();
      assertThat(browser.count(".output_area table")).isGreaterThanOrEqualTo((int) saved.tables());
    }
  }

  private static void open(Browser browser, JupyterServer server) {
    browser.page.navigate(server.page("/notebooks/tour.ipynb"));
    browser.page.waitForSelector("#notebook-container .code_cell");
  }
}
