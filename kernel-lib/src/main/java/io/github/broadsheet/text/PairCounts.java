package io.github.broadsheet.text;

import java.util.Arrays;

/** In how many papers each pair of numbers stands one after the other. */
final class PairCounts {
  private static final long FREE = -1;

  private long[] keys = free(1 << 12);
  private int[] counts = new int[1 << 12];
  private int[] last = new int[1 << 12];
  private int size;

  /** Counts a pair; a second time in the same paper changes nothing. Papers come in order. */
  void see(int first, int second, int paper) {
    int slot = slot(key(first, second));
    if (keys[slot] == FREE) {
      if (4 * (size + 1) > 3 * keys.length) {
        grow();
        slot = slot(key(first, second));
      }
      size++;
      keys[slot] = key(first, second);
      last[slot] = -1;
    }
    if (last[slot] != paper) {
      last[slot] = paper;
      counts[slot]++;
    }
  }

  /** Takes a pair that was counted somewhere else. */
  void put(int first, int second, int value) {
    see(first, second, -2);
    counts[slot(key(first, second))] = value;
  }

  /** The count, or what was put; -1 for a pair never seen. */
  int at(int first, int second) {
    int slot = slot(key(first, second));
    return keys[slot] == FREE ? -1 : counts[slot];
  }

  interface Visitor {
    void pair(int first, int second, int count);
  }

  /** Visits the pairs with at least so many papers, in an order that depends on them alone. */
  void atLeast(int least, Visitor visitor) {
    int many = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      many += keys[slot] != FREE && counts[slot] >= least ? 1 : 0;
    }
    long[] found = new long[many];
    int next = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE && counts[slot] >= least) {
        found[next++] = keys[slot];
      }
    }
    Arrays.sort(found);
    for (long key : found) {
      visitor.pair((int) (key >>> 32), (int) key, counts[slot(key)]);
    }
  }

  private static long key(int first, int second) {
    return (long) first << 32 | second;
  }

  private int slot(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (hash >>> 32) & (keys.length - 1);
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    int[] oldLast = last;
    keys = free(2 * oldKeys.length);
    counts = new int[keys.length];
    last = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
        last[slot] = oldLast[i];
      }
    }
  }

  private static long[] free(int slots) {
    long[] keys = new long[slots];
    Arrays.fill(keys, FREE);
    return keys;
  }
}
