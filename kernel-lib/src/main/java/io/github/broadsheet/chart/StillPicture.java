package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A Plotly figure as a PNG, close to what Plotly draws, for all the places where no script runs.
 * The picture has twice the pixels of its size, to be sharp on good screens, and a white
 * background.
 *
 * <p>Nothing of AWT is named here: a Java in a small container has no fonts or lacks its desktop
 * part, and then this class must still load to say so.
 */
final class StillPicture {
  static final int WIDTH = 760;

  private StillPicture() {}

  /** A picture, or why there is none. */
  sealed interface Result permits Still, None {}

  /** The bytes, the size to show it in, and what the reader should know of it, if anything. */
  record Still(Png png, int width, int height, String note) implements Result {}

  /** The bytes of a picture; an array alone would compare by identity. */
  static final class Png {
    private final byte[] bytes;

    Png(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  record None(String why) implements Result {}

  /** Draws a figure. Never fails: what cannot be drawn has a reason. */
  static Result of(ObjectNode figure) {
    try {
      return StillPainter.paint(figure);
    } catch (LinkageError | InternalError noFonts) {
      return new None(
          "No picture: this Java cannot draw text (it has no fonts, or lacks its module java.desktop).");
    } catch (RuntimeException unusual) {
      System.getLogger(StillPicture.class.getName())
          .log(System.Logger.Level.DEBUG, "A figure could not be drawn", unusual);
      return new None("No picture of this figure could be drawn; these are its values.");
    }
  }
}
