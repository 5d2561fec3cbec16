package io.github.broadsheet.chart;

import io.github.broadsheet.display.Display;
import io.github.broadsheet.display.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a notebook carries plotly.js once.
 *
 * <p>A chart's HTML has its picture and its data, a few dozen KB; plotly.js is 660 KB more. So the
 * first chart of a session puts the library into an output of its own, right before itself, and
 * every chart on the page becomes live as soon as any output brought it, in whatever order they are
 * drawn. It is an output of its own because a chart may be replaced with {@code updateDisplay}, and
 * in the notebook because a saved notebook opened elsewhere has nothing else. A notebook without it
 * (that output was cleared, or the notebook is not trusted, or scripts are off) shows the pictures.
 *
 * <p>The kernel calls {@link #cell} before it runs a cell: when the cell that carries the library
 * is run again its outputs are gone, and the next chart must bring it anew.
 */
public final class LiveCharts {
  private static boolean enabled = true;
  private static boolean sent;
  private static @Nullable String carrier;
  private static @Nullable String current;

  private LiveCharts() {}

  /** A cell is about to run; {@code id} is the same when it is run again. */
  public static synchronized void cell(String id) {
    current = id;
    if (id.equals(carrier)) {
      sent = false;
      carrier = null;
    }
  }

  /** A new notebook begins: its first chart brings the library. */
  public static synchronized void restart() {
    sent = false;
    carrier = null;
    current = null;
  }

  /** Whether charts bring the library at all; off where the page has its own. */
  public static synchronized void enable(boolean on) {
    enabled = on;
  }

  /**
   * What a chart's HTML must start with: nothing once the library was sent. Under a host it is
   * shown by itself; a kernel that only asks for bundles gets it within the first chart.
   */
  static String before() {
    synchronized (LiveCharts.class) {
      if (!enabled || sent) {
        return "";
      }
      sent = true;
      carrier = current;
    }
    if (Display.hosted()) {
      Display.display(new Carrier());
      return "";
    }
    return html();
  }

  /** The library as HTML: inert text, and the script that unpacks it. */
  static String html() {
    return "<script type=\"text/plain\" class=\"broadsheet-plotly\">"
        + PlotlyLibrary.base64()
        + "</script><script>"
        + Scripts.LOAD_PLOTLY
        + "</script>";
  }

  private static final class Carrier implements MimeBundle {
    @Override
    public Map<String, Object> mimeBundle() {
      Map<String, Object> bundle = new LinkedHashMap<>();
      bundle.put("text/html", html());
      bundle.put(
          PlotlyLibrary.MIME,
          Map.of("version", PlotlyLibrary.VERSION, "sha256", PlotlyLibrary.SHA256));
      bundle.put("text/plain", "");
      return bundle;
    }
  }
}
