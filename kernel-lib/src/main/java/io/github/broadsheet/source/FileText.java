package io.github.broadsheet.source;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The text of a file: unzipped if it is gzipped, UTF-8 unless a byte order mark says UTF-16. */
final class FileText implements Closeable {
  /** Beyond this a file that must be read whole is refused; it might be a bomb. */
  private static final int LIMIT = 512 << 20;

  private static final int HEAD = 1 << 20;

  private static final Map<String, String> BINARY = new LinkedHashMap<>();

  static {
    BINARY.put("%PDF", "a PDF");
    BINARY.put("PK\u0003\u0004", "a zip archive or an office document");
    BINARY.put("\u0089PNG", "a PNG picture");
    BINARY.put("\u00FF\u00D8\u00FF", "a JPEG picture");
    BINARY.put("SQLite format 3", "an SQLite database");
    BINARY.put("PAR1", "a Parquet file");
  }

  private final BufferedReader reader;
  private final String head;
  private final @Nullable String binary;

  private final @Nullable Unpacked packed;

  private FileText(
      BufferedReader reader, String head, @Nullable String binary, @Nullable Unpacked packed) {
    this.reader = reader;
    this.head = head;
    this.binary = binary;
    this.packed = packed;
  }

  /** A gzipped file that is cut ends where it is cut; the reader is told instead of failing. */
  private static final class Unpacked extends FilterInputStream {
    private boolean cut;

    Unpacked(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return cut ? -1 : super.read(bytes, offset, length);
      } catch (EOFException e) {
        cut = true;
        return -1;
      }
    }
  }

  static FileText open(Path path) throws IOException {
    return open(Files.newInputStream(path));
  }

  static FileText open(InputStream in) throws IOException {
    try {
      BufferedInputStream bytes = new BufferedInputStream(in);
      Unpacked packed = null;
      if (startsWith(bytes, 0x1f, 0x8b)) {
        packed = new Unpacked(new GZIPInputStream(bytes));
        bytes = new BufferedInputStream(packed);
      }
      Charset charset = StandardCharsets.UTF_8;
      if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
        charset = StandardCharsets.UTF_16;
      } else if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
        bytes.skipNBytes(3);
      }
      String binary = charset.equals(StandardCharsets.UTF_16) ? null : binary(bytes);
      BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, charset));
      return new FileText(reader, head(reader), binary, packed);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static boolean startsWith(BufferedInputStream bytes, int... start) throws IOException {
    bytes.mark(start.length);
    boolean same = true;
    for (int one : start) {
      same &= bytes.read() == one;
    }
    bytes.reset();
    return same;
  }

  /** What a file is that is no text, or null. */
  private static @Nullable String binary(BufferedInputStream bytes) throws IOException {
    bytes.mark(4096);
    byte[] start = bytes.readNBytes(4096);
    bytes.reset();
    String latin = new String(start, StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> one : BINARY.entrySet()) {
      if (latin.startsWith(one.getKey())) {
        return one.getValue();
      }
    }
    // A title may hold one; a file that is no text is full of them.
    return latin.chars().filter(c -> c == 0).count() * 100 > latin.length() ? "binary data" : null;
  }

  private static String head(BufferedReader reader) throws IOException {
    reader.mark(HEAD);
    StringBuilder head = new StringBuilder();
    char[] chars = new char[1 << 13];
    for (int n;
        head.length() < HEAD
            && (n = reader.read(chars, 0, Math.min(chars.length, HEAD - head.length()))) > 0; ) {
      head.append(chars, 0, n);
    }
    reader.reset();
    return head.toString();
  }

  /** The start of the text, which is all of it for most files. */
  String head() {
    return head;
  }

  /** What the file is if it is no text, such as "a PDF", or null. */
  @Nullable String binary() {
    return binary;
  }

  /** Whether the file, as far as it was read, is gzipped and breaks off. */
  boolean isCut() {
    return packed != null && packed.cut;
  }

  BufferedReader reader() {
    return reader;
  }

  String all() throws IOException {
    if (head.length() < HEAD) {
      return head;
    }
    StringBuilder all = new StringBuilder();
    char[] chars = new char[1 << 16];
    for (int n; (n = reader.read(chars)) > 0; ) {
      all.append(chars, 0, n);
      if (all.length() > LIMIT) {
        throw new IOException("it holds more than " + LIMIT + " characters");
      }
    }
    return all.toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
