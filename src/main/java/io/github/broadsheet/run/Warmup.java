package io.github.broadsheet.run;

import io.github.broadsheet.display.Bundles;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.regex.Pattern;
import tech.tablesaw.api.Table;

/**
 * Loads what the cells of a notebook will need while the session opens: on two cores a short run
 * ends a second earlier.
 */
public final class Warmup {
  private static final Pattern TABLES = Pattern.compile("\\b(Papers|Table|Plot|Trend)\\b");
  private static final Pattern CHARTS = Pattern.compile("(?i)plot|figure|chart");

  private final Thread tables;

  private Warmup(Thread tables) {
    this.tables = tables;
  }

  /** Starts to load what the code of this notebook names; nothing if it names neither. */
  public static Warmup start(Notebook notebook) {
    Thread tables = thread("warm tables", () -> Bundles.of(Table.create("warm")));
    if (names(notebook, TABLES)) {
      tables.start();
    }
    if (names(notebook, CHARTS)) {
      thread("warm fonts", Warmup::drawText).start();
    }
    return new Warmup(tables);
  }

  /**
   * Waits for the tables. Two threads that start Tablesaw at once wait for each other for ever: its
   * column types and their interface need one another to be initialized.
   */
  public void await() {
    boolean interrupted = false;
    while (true) {
      try {
        tables.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drawText() {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    graphics.drawString("warm", 0, 0);
    graphics.dispose();
  }

  private static boolean names(Notebook notebook, Pattern what) {
    return notebook.cells().stream()
        .filter(cell -> cell.type() == NotebookCell.Type.CODE)
        .anyMatch(cell -> what.matcher(cell.source()).find());
  }

  // What fails here fails again in the cell that needs it, and is said there.
  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((failed, e) -> {});
    return thread;
  }
}
