package io.github.broadsheet.chart;

import java.util.List;

/** The colours of series, in their order; they read on white and on black. */
public final class Palette {
  static final List<String> COLORS =
      List.of(
          "#4C78A8", "#F58518", "#54A24B", "#E45756", "#72B7B2", "#B279A2", "#FF9DA6", "#9D755D",
          "#EECA3B", "#79706E");

  private Palette() {}

  /** The colour of series {@code index}, counted from 0: {@code #4C78A8}. */
  public static String color(int index) {
    return COLORS.get(Math.floorMod(index, COLORS.size()));
  }

  /** The same colour, so dense: {@code rgba(76,120,168,0.2)}, for bands. */
  public static String color(int index, double opacity) {
    int rgb = Integer.parseInt(color(index).substring(1), 16);
    return "rgba(" + (rgb >> 16) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + "," + opacity + ")";
  }
}
