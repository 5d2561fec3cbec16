package io.github.broadsheet.engine;

import org.jspecify.annotations.Nullable;

/**
 * Memory for the hour when a cell has filled all other: with it the reader is told so. Without, the
 * threads of the kernel would share the last few bytes, and Java do nothing but collect them.
 */
final class Reserve {
  private static final int BYTES = 4 << 20;

  private static volatile byte @Nullable [] kept;

  private Reserve() {}

  /** Keeps it, if it is not kept already. */
  static void fill() {
    if (kept == null) {
      kept = new byte[BYTES];
    }
  }

  /** Gives it away. */
  static void open() {
    kept = null;
  }
}
