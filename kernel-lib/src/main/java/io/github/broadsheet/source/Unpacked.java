package io.github.broadsheet.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file, unpacked if it is gzipped or a zip archive of a single file. One that is cut
 * ends where it is cut; the reader is told instead of failing.
 */
final class Unpacked implements Closeable {
  private final Counted counted;
  private final long size;
  private final InputStream bytes;
  private final @Nullable Until end;
  private final Closeable source;

  private Unpacked(
      Counted counted, long size, InputStream bytes, @Nullable Until end, Closeable source) {
    this.counted = counted;
    this.size = size;
    this.bytes = bytes;
    this.end = end;
    this.source = source;
  }

  static Unpacked open(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    try {
      BufferedInputStream start = new BufferedInputStream(in, 4);
      if (startsWith(start, 'P', 'K', 3, 4)) {
        Unpacked zipped = zipped(path);
        if (zipped != null) {
          in.close();
          return zipped;
        }
      }
      in.close();
      in = Files.newInputStream(path);
      return open(in, Files.size(path));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  static Unpacked open(InputStream in) throws IOException {
    return open(in, -1);
  }

  private static Unpacked open(InputStream in, long size) throws IOException {
    Counted counted = new Counted(in);
    BufferedInputStream bytes = new BufferedInputStream(counted, 1 << 16);
    if (startsWith(bytes, 0x1f, 0x8b)) {
      Until unzipped = new Until(new GZIPInputStream(bytes, 1 << 16));
      return new Unpacked(counted, size, unzipped, unzipped, in);
    }
    return new Unpacked(counted, size, bytes, null, in);
  }

  /** The only file in a zip archive; null if there are several. */
  private static @Nullable Unpacked zipped(Path path) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException e) {
      return cutZip(path);
    }
    try {
      List<? extends ZipEntry> files =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
              .toList();
      if (files.size() != 1) {
        zip.close();
        return null;
      }
      Counted counted = new Counted(zip.getInputStream(files.get(0)));
      return new Unpacked(counted, files.get(0).getSize(), counted, null, zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** Its directory is at the end of a zip archive: of one that is cut the first file is read. */
  private static @Nullable Unpacked cutZip(Path path) throws IOException {
    Counted counted = new Counted(Files.newInputStream(path));
    ZipInputStream zip = new ZipInputStream(new BufferedInputStream(counted, 1 << 16));
    try {
      if (zip.getNextEntry() != null) {
        Until unzipped = new Until(zip);
        unzipped.cut = true;
        return new Unpacked(counted, Files.size(path), unzipped, unzipped, zip);
      }
    } catch (IOException e) {
      // Not even its beginning is there.
    }
    zip.close();
    return null;
  }

  static boolean startsWith(BufferedInputStream bytes, int... start) throws IOException {
    bytes.mark(start.length);
    boolean same = true;
    for (int one : start) {
      same &= bytes.read() == one;
    }
    bytes.reset();
    return same;
  }

  InputStream bytes() {
    return bytes;
  }

  boolean isCut() {
    return end != null && end.cut;
  }

  long done() {
    return counted.count;
  }

  long size() {
    return size;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  /** A stream that ends where what is packed in it breaks off. */
  private static final class Until extends FilterInputStream {
    private boolean cut;
    private boolean ended;

    Until(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return ended ? -1 : super.read(bytes, offset, length);
      } catch (EOFException | ZipException e) {
        if (e instanceof ZipException && !cut) {
          throw e;
        }
        cut = true;
        ended = true;
        return -1;
      }
    }
  }

  /** A stream that knows how far it is. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
