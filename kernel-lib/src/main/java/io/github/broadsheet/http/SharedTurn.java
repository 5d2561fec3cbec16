package io.github.broadsheet.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is among the programs of one user: who holds the lock on a file asks, and writes
 * into it when. The system takes the lock from a program that dies. Where the file cannot be had (a
 * folder that may not be written) each program is left to its own pace.
 */
final class SharedTurn {
  private final Path file;
  private @Nullable FileChannel channel;

  SharedTurn(Path file) {
    this.file = file;
  }

  /** What is done between two looks at the lock. */
  interface Waiting {
    void once() throws InterruptedException;
  }

  /** Waits for the lock; gives when the last request was made, if that is known. */
  @Nullable Instant take(Waiting waiting, Clock clock) throws InterruptedException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      while (!locked(channel)) {
        waiting.once();
      }
      return last(channel, clock.instant());
    } catch (ClosedByInterruptException e) {
      // The thread's interrupt status is set, and must not let it ask out of turn.
      give();
      throw new InterruptedException();
    } catch (IOException e) {
      give();
      return null;
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another copy of this class in the same process holds it.
      return false;
    }
  }

  private static @Nullable Instant last(FileChannel channel, Instant now) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
    if (channel.read(bytes, 0) < Long.BYTES) {
      return null;
    }
    long millis = bytes.getLong(0);
    // A time to come is of a clock that was wrong.
    return millis > now.toEpochMilli() ? now : Instant.ofEpochMilli(millis);
  }

  /** Writes down that a request was made. */
  void note(Instant at) {
    if (channel != null) {
      try {
        channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, at.toEpochMilli()), 0);
      } catch (IOException e) {
        // A full disk: the others then know of an earlier request only.
      }
    }
  }

  /** Lets the next one. */
  void give() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock is gone either way.
    }
    channel = null;
  }
}
