package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * The lines of a text one after the other, those that are blank left out; each is valid until the
 * next. What is broken in one line is lost with that line alone. An interrupt ends it within a
 * second, however long the text.
 */
final class ByteLines {
  private static final int BUFFER = 1 << 18;

  /** No record is so long; without an end of line a file is none of lines. */
  private static final int MOST = 256 << 20;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final long ENDS = '\n' * ONES;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final JsonFactory FACTORY = JSON.getFactory();

  private final InputStream utf8;
  private byte[] buffer;
  private int start;
  private int end;
  private int next;
  private int filled;
  private int place;
  private boolean ended;

  ByteLines(InputStream utf8) {
    this(utf8, new byte[BUFFER]);
  }

  private ByteLines(InputStream utf8, byte[] buffer) {
    this.utf8 = utf8;
    this.buffer = buffer;
  }

  /** Goes on to the next line that is not blank; false after the last one. */
  boolean next() throws IOException {
    while (line()) {
      if (!isBlank()) {
        place++;
        return true;
      }
    }
    return false;
  }

  private boolean line() throws IOException {
    start = next;
    int seen = next;
    int at;
    while ((at = endOfLine(buffer, seen, filled)) < 0) {
      int read = filled - start;
      if (!fill()) {
        end = filled;
        next = filled;
        return read > 0;
      }
      seen = start + read;
    }
    end = at;
    next = at + 1;
    return true;
  }

  /** The place of the first end of a line, or -1; eight bytes at a time. */
  private static int endOfLine(byte[] bytes, int from, int to) {
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      // A byte of this is 0 where there is an end of line, and the sum then borrows from its top.
      long differs = (long) LONGS.get(bytes, at) ^ ENDS;
      if ((differs - ONES & ~differs & TOPS) != 0) {
        break;
      }
    }
    for (; at < to; at++) {
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }

  /** Reads on; what is there of this line moves to the front. */
  private boolean fill() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Stopped after " + place + " lines.");
    }
    if (ended) {
      return false;
    }
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    filled -= start;
    start = 0;
    if (filled == buffer.length) {
      if (filled >= MOST) {
        throw new IOException("line " + (place + 1) + " has more than " + MOST + " bytes");
      }
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    int read = utf8.read(buffer, filled, buffer.length - filled);
    ended = read < 0;
    filled += Math.max(read, 0);
    return !ended;
  }

  private boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\r' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** How many lines there were so far, this one included. */
  int place() {
    return place;
  }

  /** Reads this line token by token. */
  JsonParser parser() throws IOException {
    return FACTORY.createParser(buffer, start, end - start);
  }

  /** This line by itself, which stays valid. */
  ByteLines copy() {
    ByteLines copy =
        new ByteLines(InputStream.nullInputStream(), Arrays.copyOfRange(buffer, start, end));
    copy.end = copy.buffer.length;
    copy.place = place;
    return copy;
  }

  /** This line as a tree; its text, if it is no JSON. */
  JsonNode tree() {
    String line = new String(buffer, start, end - start, StandardCharsets.UTF_8);
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(line);
    }
  }
}
