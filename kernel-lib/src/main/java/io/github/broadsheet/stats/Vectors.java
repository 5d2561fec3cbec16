package io.github.broadsheet.stats;

/**
 * Things as directions in a space, of length 1: what lies close together is alike. Counted phrases
 * are one such space, meanings by a language model another; a grouping does not care which.
 */
public interface Vectors {
  /** How many things there are. */
  int size();

  /** How many numbers a direction has. */
  int dimensions();

  /** How alike a thing is to a direction: the sum of the products of their numbers. */
  double dot(int thing, float[] direction);

  /** Adds the numbers of a thing to others. */
  void addTo(int thing, float[] sum);
}
