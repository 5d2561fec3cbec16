package io.github.broadsheet;

import io.github.broadsheet.source.ReadTable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What had come of the last listing that was interrupted or failed half-way. */
final class SoFar {
  private static volatile @Nullable Supplier<ReadTable> last;

  private SoFar() {}

  /** Remembers how to give what had come; an interrupted cell has a tenth of a second for this. */
  static void remember(Supplier<ReadTable> part) {
    last = part;
  }

  static ReadTable table() {
    Supplier<ReadTable> part = last;
    if (part == null) {
      throw new PapersException(
          "No listing was interrupted in this session, so there is no part of one. Papers.archive()"
              + " gives everything that was fetched.",
          null);
    }
    return part.get();
  }
}
