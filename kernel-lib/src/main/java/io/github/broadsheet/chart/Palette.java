package io.github.broadsheet.chart;

import java.util.List;

/**
 * The colours of series, in their order; told apart without red and green, and at least 3 to 1
 * against white and against near-black.
 */
public final class Palette {
  static final List<String> COLORS =
      List.of(
          "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#9A8200", "#7A6FD0", "#4795CA", "#B5651D",
          "#8A8A8A", "#C2185B");

  private Palette() {}

  /** The colour of series {@code index}, counted from 0: {@code #0072B2}. */
  public static String color(int index) {
    return COLORS.get(Math.floorMod(index, COLORS.size()));
  }

  /** The same colour, so dense: {@code rgba(0,114,178,0.2)}, for bands. */
  public static String color(int index, double opacity) {
    int rgb = Integer.parseInt(color(index).substring(1), 16);
    return "rgba(" + (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + "," + opacity + ")";
  }
}
