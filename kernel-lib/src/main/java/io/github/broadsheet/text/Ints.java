package io.github.broadsheet.text;

import java.util.Arrays;

/** Whole numbers in a row, as many as there come. */
final class Ints {
  private int[] values = new int[64];
  private int size;

  void add(int value) {
    if (size == values.length) {
      // By half: what is left over of tens of millions is memory too.
      values = Arrays.copyOf(values, size + size / 2);
    }
    values[size++] = value;
  }

  int at(int index) {
    return values[index];
  }

  void set(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }

  void cut(int size) {
    this.size = size;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  /** The values themselves, for quick loops; longer than {@link #size}. */
  int[] values() {
    return values;
  }
}
