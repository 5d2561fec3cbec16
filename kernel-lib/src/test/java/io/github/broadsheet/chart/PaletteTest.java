package io.github.broadsheet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaletteTest {
  @Test
  void everyColorIsLegibleOnWhiteAndOnBlack() {
    for (String color : Palette.COLORS) {
      assertThat(contrast(color, "#FFFFFF")).as(color + " on white").isGreaterThan(3);
      assertThat(contrast(color, "#111111")).as(color + " on black").isGreaterThan(3);
    }
  }

  @Test
  void beginsAgainAfterTheLast() {
    assertThat(Palette.color(Palette.COLORS.size())).isEqualTo(Palette.color(0));
    assertThat(Palette.color(0, 0.2)).isEqualTo("rgba(0,114,178,0.2)");
  }

  private static double contrast(String a, String b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  /** Relative luminance as WCAG 2 defines it. */
  private static double luminance(String color) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
