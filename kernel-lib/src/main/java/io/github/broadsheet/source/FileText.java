package io.github.broadsheet.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of a file: unpacked if it is packed, UTF-8 unless a byte order mark says UTF-16. */
final class FileText implements Closeable {
  /** Beyond this a file that must be read whole is refused; it might be a bomb. */
  private static final int LIMIT = 512 << 20;

  private static final int HEAD = 1 << 20;

  private static final Map<String, String> BINARY = new LinkedHashMap<>();

  static {
    BINARY.put("%PDF", "a PDF");
    BINARY.put("PK\u0003\u0004", "a zip archive of several files, or an office document");
    BINARY.put("\u0089PNG", "a PNG picture");
    BINARY.put("\u00FF\u00D8\u00FF", "a JPEG picture");
    BINARY.put("SQLite format 3", "an SQLite database");
    BINARY.put("PAR1", "a Parquet file");
  }

  private final Unpacked unpacked;
  private final InputStream utf8;
  private final String head;
  private final boolean isAll;
  private final @Nullable String binary;

  private FileText(Unpacked unpacked) throws IOException {
    this.unpacked = unpacked;
    BufferedInputStream bytes = new BufferedInputStream(unpacked.bytes(), 1 << 16);
    boolean wide = Unpacked.startsWith(bytes, 0xff, 0xfe) || Unpacked.startsWith(bytes, 0xfe, 0xff);
    if (wide) {
      String text = new String(limited(bytes), StandardCharsets.UTF_16);
      bytes =
          new BufferedInputStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } else if (Unpacked.startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      bytes.skipNBytes(3);
    }
    bytes.mark(HEAD + 1);
    byte[] start = bytes.readNBytes(HEAD);
    bytes.reset();
    utf8 = bytes;
    head = new String(start, StandardCharsets.UTF_8);
    isAll = start.length < HEAD;
    binary = wide ? null : binary(start);
  }

  static FileText open(Path path) throws IOException {
    return open(Unpacked.open(path));
  }

  static FileText open(InputStream in) throws IOException {
    return open(Unpacked.open(in));
  }

  private static FileText open(Unpacked unpacked) throws IOException {
    try {
      return new FileText(unpacked);
    } catch (IOException | RuntimeException e) {
      unpacked.close();
      throw e;
    }
  }

  private static byte[] limited(InputStream bytes) throws IOException {
    byte[] all = bytes.readNBytes(LIMIT + 1);
    if (all.length > LIMIT) {
      throw new IOException("it holds more than " + LIMIT + " characters");
    }
    return all;
  }

  /** What a file is that is no text, or null. */
  private static @Nullable String binary(byte[] bytes) {
    String latin = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> one : BINARY.entrySet()) {
      if (latin.startsWith(one.getKey())) {
        return one.getValue();
      }
    }
    // A title may hold one; a file that is no text is full of them.
    return latin.chars().filter(c -> c == 0).count() * 100 > latin.length() ? "binary data" : null;
  }

  /** The start of the text, which is all of it for most files. */
  String head() {
    return head;
  }

  /** What the file is if it is no text, such as "a PDF", or null. */
  @Nullable String binary() {
    return binary;
  }

  /** Whether the file, as far as it was read, is packed and breaks off. */
  boolean isCut() {
    return unpacked.isCut();
  }

  /** How much of {@link #size} was read. */
  long done() {
    return unpacked.done();
  }

  /** How many bytes there are to read, packed or not, whichever {@link #done} counts. */
  long size() {
    return unpacked.size();
  }

  /** Its lines from the start; used once, and not together with {@link #all}. */
  ByteLines lines() {
    return new ByteLines(utf8);
  }

  String all() throws IOException {
    return isAll ? head : new String(limited(utf8), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }
}
