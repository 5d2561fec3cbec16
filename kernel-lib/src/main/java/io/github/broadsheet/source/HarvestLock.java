package io.github.broadsheet.source;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * The right to write a part of a harvest: of two programs that want the same one, the second waits
 * and then finds what the first has brought. The system takes it from a program that dies.
 */
final class HarvestLock implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(200);

  private final FileChannel channel;

  private HarvestLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the lock on this file; an interrupt ends the waiting. */
  static HarvestLock of(Path file, Fetcher fetcher) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      while (!isLocked(channel)) {
        fetcher.pause("another program of yours is harvesting the same", Duration.ofSeconds(3));
        Thread.sleep(LOOK.toMillis());
      }
      return new HarvestLock(channel);
    } catch (InterruptedException | ClosedByInterruptException e) {
      channel.close();
      Thread.currentThread().interrupt();
      throw new CancellationException("Stopped while waiting for another harvest.");
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another cell of this program has it.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
