package io.github.broadsheet.run;

import io.github.broadsheet.engine.Session;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.regex.Pattern;

/**
 * Loads what the cells of a notebook will need while the session opens: on two cores a short run
 * ends a second earlier.
 */
public final class Warmup {
  private static final Pattern TABLES = Pattern.compile("\\b(Papers|Table|Plot|Trend)\\b");
  private static final Pattern CHARTS = Pattern.compile("(?i)plot|figure|chart");

  private Warmup() {}

  /** Starts to load what the code of this notebook names; nothing if it names neither. */
  public static void start(Notebook notebook) {
    if (names(notebook, TABLES)) {
      Session.startTables();
    }
    if (names(notebook, CHARTS)) {
      Thread fonts = new Thread(Warmup::drawText, "warm fonts");
      fonts.setDaemon(true);
      // What fails here fails again in the cell that needs it, and is said there.
      fonts.setUncaughtExceptionHandler((failed, e) -> {});
      fonts.start();
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
}
