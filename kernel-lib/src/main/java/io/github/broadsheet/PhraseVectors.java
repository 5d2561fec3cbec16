package io.github.broadsheet;

import io.github.broadsheet.stats.Vectors;
import io.github.broadsheet.text.PhraseIndex;

/** Papers by the phrases they mention, rare ones weighing more (tf-idf of mentions). */
final class PhraseVectors implements Vectors {
  private final int[][] phrases;
  private final float[][] weights;
  private final int dimensions;

  /** The papers of these rows, in their order. */
  PhraseVectors(PhraseIndex index, int[] rows) {
    phrases = new int[rows.length][];
    weights = new float[rows.length][];
    dimensions = index.phrases();
    int papers = index.papers();
    for (int i = 0; i < rows.length; i++) {
      int[] mentioned = new int[index.mentions(rows[i])];
      float[] weight = new float[mentioned.length];
      int[] next = {0};
      index.each(rows[i], phrase -> mentioned[next[0]++] = phrase);
      double square = 0;
      for (int j = 0; j < mentioned.length; j++) {
        double idf = Math.log((1.0 + papers) / index.count(mentioned[j]));
        // Of a long phrase its words are there too; it is one thing all the same.
        weight[j] = (float) (idf / Math.sqrt(index.words(mentioned[j])));
        square += (double) weight[j] * weight[j];
      }
      for (int j = 0; j < weight.length; j++) {
        weight[j] /= (float) Math.sqrt(square);
      }
      phrases[i] = mentioned;
      weights[i] = weight;
    }
  }

  @Override
  public int size() {
    return phrases.length;
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public double dot(int thing, float[] direction) {
    int[] mentioned = phrases[thing];
    float[] weight = weights[thing];
    double sum = 0;
    for (int j = 0; j < mentioned.length; j++) {
      sum += weight[j] * direction[mentioned[j]];
    }
    return sum;
  }

  @Override
  public void addTo(int thing, float[] sum) {
    int[] mentioned = phrases[thing];
    for (int j = 0; j < mentioned.length; j++) {
      sum[mentioned[j]] += weights[thing][j];
    }
  }
}
