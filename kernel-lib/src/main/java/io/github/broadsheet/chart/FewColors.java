package io.github.broadsheet.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A picture with at most 128 colours, a third of the bytes of the full one as a PNG. The edges of
 * lines and letters have many shades; each takes the nearest of the most used.
 */
final class FewColors {
  private static final int MOST = 128;
  private static final int SHADES = 1 << 15;

  private FewColors() {}

  static BufferedImage of(BufferedImage full) {
    int width = full.getWidth();
    int height = full.getHeight();
    int[] pixels = full.getRGB(0, 0, width, height, null, 0, width);
    int[] uses = new int[SHADES];
    for (int pixel : pixels) {
      uses[shade(pixel)]++;
    }
    int[] shades =
        IntStream.range(0, SHADES)
            .filter(shade -> uses[shade] > 0)
            .boxed()
            .sorted(Comparator.comparingInt((Integer shade) -> uses[shade]).reversed())
            .limit(MOST)
            .mapToInt(Integer::intValue)
            .toArray();
    int[] palette = Arrays.stream(shades).map(FewColors::color).toArray();
    int[] nearest = new int[SHADES];
    Arrays.fill(nearest, -1);
    IndexColorModel model =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage few = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] indexes = ((DataBufferByte) few.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      int shade = shade(pixels[i]);
      if (nearest[shade] < 0) {
        nearest[shade] = nearest(palette, color(shade));
      }
      indexes[i] = (byte) nearest[shade];
    }
    return few;
  }

  /** The colour with five bits a channel. */
  private static int shade(int rgb) {
    return (rgb >> 9 & 0x7C00) | (rgb >> 6 & 0x3E0) | (rgb >> 3 & 0x1F);
  }

  /** The middle of a shade, but white and black as they are. */
  private static int color(int shade) {
    return 0xFF000000 | wide(shade >> 10) << 16 | wide(shade >> 5) << 8 | wide(shade);
  }

  private static int wide(int fiveBits) {
    int bits = fiveBits & 31;
    return bits << 3 | bits >> 2;
  }

  private static int nearest(int[] palette, int color) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length && least > 0; i++) {
      int red = (palette[i] >> 16 & 255) - (color >> 16 & 255);
      int green = (palette[i] >> 8 & 255) - (color >> 8 & 255);
      int blue = (palette[i] & 255) - (color & 255);
      int distance = 3 * red * red + 4 * green * green + 2 * blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }
}
