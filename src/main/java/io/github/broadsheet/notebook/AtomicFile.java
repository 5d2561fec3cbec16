package io.github.broadsheet.notebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;

/** A file replaced in one step. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes beside the file, then moves over it; a link stays a link, rights stay as they are.
   *
   * @throws IOException if it cannot be written; the old file is then untouched
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          String.valueOf(folder), null, "no such folder, so " + file + " cannot be written there");
    }
    Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      keepRights(target, temporary);
      move(temporary, target);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) { // a full disk, which does not say which file
      String reason = e.getMessage() + "; nothing of it was written. Make room, or name another";
      throw new FileSystemException(file.toString(), null, reason + " place.");
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void keepRights(Path target, Path temporary) throws IOException {
    if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(target);
      Files.setPosixFilePermissions(temporary, rights);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
