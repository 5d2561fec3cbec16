package io.github.broadsheet.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What the reader types, line by line: a question is asked when a line is needed. */
final class CellInput extends InputStream {
  private final CellIo io;
  private byte[] line = new byte[0];
  private int next;

  CellInput(CellIo io) {
    this.io = io;
  }

  @Override
  public synchronized int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (next == line.length) {
      line = (io.ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
      next = 0;
    }
    int count = Math.min(length, line.length - next);
    System.arraycopy(line, next, bytes, offset, count);
    next += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return line.length - next;
  }
}
