package io.github.broadsheet.http;

import com.github.mizosoft.methanol.HttpCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The answers kept on disk. Methanol lets one process have a folder, so each process takes the
 * first that is free: two notebooks have two, and a new one finds what an ended one kept.
 */
final class KeptAnswers {
  private static final long BYTES = 64L << 20;
  private static final int MOST = 16;

  /** A full disk must not print Methanol's stack trace into a cell: nothing is lost but time. */
  private static final Logger QUIET = Logger.getLogger("com.github.mizosoft.methanol");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private KeptAnswers() {}

  /** The answers of the first free folder; null where there is none, then nothing is kept. */
  static @Nullable HttpCache open(Path folder) {
    for (int number = 1; number <= MOST; number++) {
      try {
        Path own = Files.createDirectories(folder.resolve(String.valueOf(number)));
        HttpCache cache =
            HttpCache.newBuilder().cacheOnDisk(own, BYTES).synchronizeWrites(true).build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(cache)));
        return cache;
      } catch (RuntimeException | IOException e) {
        // Taken by another program, or not ours to write: a cache is no reason to fail.
      }
    }
    return null;
  }

  /** Writes down what is kept, and lets another program have the folder. */
  static void close(HttpCache cache) {
    try {
      cache.close();
    } catch (IOException | UncheckedIOException e) {
      // What was not written down is asked for again.
    }
  }
}
