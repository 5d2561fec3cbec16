package io.github.broadsheet.frontend;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The system's Chromium, headless, with one page; it remembers what went wrong in the page. */
final class Browser implements AutoCloseable {
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> pageErrors = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  final Page page;

  private Browser(boolean scripts, int height) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Frontend.CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1200, height)
                .setJavaScriptEnabled(scripts));
    page = context.newPage();
    page.onPageError(pageErrors::add);
    page.onRequest(request -> requests.add(request.url()));
    page.setDefaultTimeout(90_000);
  }

  /** A page tall enough that a notebook shows all of its cells at once. */
  static Browser open() {
    return new Browser(true, 6000);
  }

  static Browser openWithoutScripts() {
    return new Browser(false, 1000);
  }

  List<String> pageErrors() {
    return List.copyOf(pageErrors);
  }

  /** Addresses asked for over the network, in their order. */
  List<String> networkRequests() {
    return requests.stream().filter(url -> url.startsWith("http")).toList();
  }

  int count(String selector) {
    return page.locator(selector).count();
  }

  /** How many pictures of this selector are there, drawn and not hidden. */
  int visiblePictures(String selector) {
    Object count =
        page.evaluate(
            "selector => [...document.querySelectorAll(selector)]"
                + ".filter(img => img.naturalWidth > 0 && img.offsetWidth > 0).length",
            selector);
    return ((Number) count).intValue();
  }

  void picture(String name) throws Exception {
    Files.createDirectories(Frontend.PICTURES);
    Path file = Frontend.PICTURES.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }

  /** Waits for the cells of JupyterLab's notebook; once in many runs Lab needs a second load. */
  void awaitNotebook() {
    String cells = ".jp-NotebookPanel .jp-CodeCell";
    try {
      page.waitForSelector(cells, new Page.WaitForSelectorOptions().setTimeout(45_000));
    } catch (TimeoutError e) {
      page.reload();
      page.waitForSelector(cells);
    }
  }
}
