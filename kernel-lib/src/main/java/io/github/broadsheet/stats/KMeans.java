package io.github.broadsheet.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Groups by direction (spherical k-means: Dhillon and Modha, Machine Learning 42 (2001) 143), from
 * starts that lie apart (k-means++). The same seed gives the same groups on every machine.
 *
 * @param groupOf the group of each thing, from 0
 * @param centers the mean direction of each group
 * @param fit how alike things are to the center of their group, on average
 */
public record KMeans(int[] groupOf, float[][] centers, double fit) {
  private static final int MOST_ROUNDS = 30;

  /**
   * Groups things.
   *
   * @param k how many groups, at most as many as there are things
   */
  public static KMeans of(Vectors vectors, int k, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = vectors.size();
    float[][] centers = starts(vectors, k, random);
    int[] groupOf = new int[size];
    Arrays.fill(groupOf, -1);
    double fit = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      boolean moved = false;
      double[] likeness = new double[size];
      fit = 0;
      for (int thing = 0; thing < size; thing++) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int group = 0; group < k; group++) {
          double dot = vectors.dot(thing, centers[group]);
          if (dot > most) {
            most = dot;
            best = group;
          }
        }
        moved |= groupOf[thing] != best;
        groupOf[thing] = best;
        likeness[thing] = most;
        fit += most / size;
      }
      if (!moved) {
        break;
      }
      centers = centers(vectors, groupOf, k, likeness);
    }
    return new KMeans(groupOf, centers, fit);
  }

  private static float[][] starts(Vectors vectors, int k, SplittableRandom random) {
    int size = vectors.size();
    float[][] centers = new float[k][vectors.dimensions()];
    double[] far = new double[size];
    Arrays.fill(far, 1);
    for (int group = 0; group < k; group++) {
      double all = Arrays.stream(far).sum();
      double place = random.nextDouble() * all;
      int chosen = 0;
      while (chosen < size - 1 && (place -= far[chosen]) > 0) {
        chosen++;
      }
      vectors.addTo(chosen, centers[group]);
      for (int thing = 0; thing < size; thing++) {
        double apart = Math.max(0, 1 - vectors.dot(thing, centers[group]));
        far[thing] = Math.min(far[thing], apart * apart);
      }
    }
    return centers;
  }

  /** The mean directions; a group that lost all its things starts again from the oddest one. */
  private static float[][] centers(Vectors vectors, int[] groupOf, int k, double[] likeness) {
    float[][] centers = new float[k][vectors.dimensions()];
    int[] sizes = new int[k];
    for (int thing = 0; thing < groupOf.length; thing++) {
      vectors.addTo(thing, centers[groupOf[thing]]);
      sizes[groupOf[thing]]++;
    }
    for (int group = 0; group < k; group++) {
      if (sizes[group] == 0) {
        int odd = 0;
        for (int thing = 1; thing < likeness.length; thing++) {
          odd = likeness[thing] < likeness[odd] ? thing : odd;
        }
        likeness[odd] = Double.POSITIVE_INFINITY;
        vectors.addTo(odd, centers[group]);
      }
      double square = 0;
      for (float number : centers[group]) {
        square += (double) number * number;
      }
      float length = (float) Math.sqrt(square);
      for (int i = 0; length > 0 && i < centers[group].length; i++) {
        centers[group][i] /= length;
      }
    }
    return centers;
  }

  /**
   * How far two groupings of the same things agree beyond chance: 1 wholly, 0 as chance would
   * (adjusted Rand index: Hubert and Arabie, Journal of Classification 2 (1985) 193).
   */
  public static double agreement(int[] one, int[] other) {
    int rows = Arrays.stream(one).max().orElse(0) + 1;
    int columns = Arrays.stream(other).max().orElse(0) + 1;
    long[][] both = new long[rows][columns];
    long[] a = new long[rows];
    long[] b = new long[columns];
    for (int i = 0; i < one.length; i++) {
      both[one[i]][other[i]]++;
      a[one[i]]++;
      b[other[i]]++;
    }
    double together =
        Arrays.stream(both).flatMapToLong(Arrays::stream).mapToDouble(KMeans::pairs).sum();
    double first = Arrays.stream(a).mapToDouble(KMeans::pairs).sum();
    double second = Arrays.stream(b).mapToDouble(KMeans::pairs).sum();
    double chance = first * second / Math.max(1, pairs(one.length));
    double most = (first + second) / 2;
    return most == chance ? 1 : (together - chance) / (most - chance);
  }

  private static double pairs(long n) {
    return n * (n - 1) / 2.0;
  }
}
