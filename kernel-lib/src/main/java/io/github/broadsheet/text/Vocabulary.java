package io.github.broadsheet.text;

import java.util.Arrays;

/** Words by number, found by their letters without making a string of them first. */
final class Vocabulary {
  private String[] words = new String[1 << 12];
  private int size;

  /** Number + 1 of the word in each slot; 0 is free. */
  private int[] slots = new int[1 << 14];

  int size() {
    return size;
  }

  String word(int number) {
    return words[number];
  }

  /** The number of a word, or -1. */
  int find(String word) {
    return find(word.toCharArray(), word.length());
  }

  int find(char[] letters, int length) {
    return slots[slot(letters, length)] - 1;
  }

  /** The number of a word, a new one for a new word. */
  int add(char[] letters, int length) {
    int slot = slot(letters, length);
    if (slots[slot] > 0) {
      return slots[slot] - 1;
    }
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
    }
    words[size++] = new String(letters, 0, length);
    slots[slot] = size;
    if (2 * size > slots.length) {
      slots = new int[2 * slots.length];
      for (int i = 0; i < size; i++) {
        slots[slot(words[i].toCharArray(), words[i].length())] = i + 1;
      }
    }
    return size - 1;
  }

  /** Bytes that the words take, about: a string has some forty besides its letters. */
  long bytes() {
    long bytes = 4L * slots.length + 4L * words.length;
    for (int i = 0; i < size; i++) {
      bytes += 48 + words[i].length();
    }
    return bytes;
  }

  private int slot(char[] letters, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + letters[i];
    }
    hash ^= hash >>> 15;
    int slot = hash & (slots.length - 1);
    while (slots[slot] > 0 && !same(words[slots[slot] - 1], letters, length)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static boolean same(String word, char[] letters, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != letters[i]) {
        return false;
      }
    }
    return true;
  }
}
