package io.github.broadsheet.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * The plotly.js this library brings: the cartesian bundle, minified and compressed, 0.5 MB. It is
 * the file {@code plotly-cartesian.min.js} of the npm package {@code plotly.js-cartesian-dist-min},
 * unchanged, MIT licence. No chart ever loads a script from the network.
 */
public final class PlotlyLibrary {
  /** The version of plotly.js. */
  public static final String VERSION = "4.1.1";

  /** SHA-256 of the compressed file, in hex. */
  public static final String SHA256 =
      "d7eb3e363b08c539569af55384352fa83cb47801e04a79aa819d5c40570ce38d";

  /**
   * Marks the output that carries the library in a notebook; a page that brings its own drops that
   * output.
   */
  public static final String MIME = "application/vnd.broadsheet.plotly+json";

  private static final String FILE = "plotly-cartesian-" + VERSION + ".min.js.gz";
  private static final Set<String> KINDS =
      Set.of(
          "bar",
          "box",
          "contour",
          "heatmap",
          "histogram",
          "histogram2d",
          "histogram2dcontour",
          "image",
          "pie",
          "scatter",
          "scatterternary",
          "violin");

  private PlotlyLibrary() {}

  /** The compressed script: UTF-8 JavaScript in gzip, a UMD module that exports Plotly. */
  public static byte[] gzip() {
    try (InputStream file = PlotlyLibrary.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(
            FILE + " is missing from the library's jar: build it again");
      }
      byte[] bytes = file.readAllBytes();
      String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      if (!sum.equals(SHA256)) {
        throw new IllegalStateException(
            FILE + " was changed: SHA-256 is " + sum + ", expected " + SHA256);
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The compressed script in base64, as HTML can carry it. */
  public static String base64() {
    return Base64.getEncoder().encodeToString(gzip());
  }

  /**
   * Whether this bundle draws traces of a type such as {@code scatter}. It must not be given
   * others: it would draw them as lines without a word.
   */
  public static boolean draws(String traceType) {
    return KINDS.contains(traceType);
  }
}
