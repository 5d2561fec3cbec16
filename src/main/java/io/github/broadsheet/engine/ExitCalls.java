package io.github.broadsheet.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The calls of {@code System.exit} in the class file of a cell, turned to {@link Exit#exit}: only
 * the constants that name the method are changed.
 */
final class ExitCalls {
  private static final byte[] SYSTEM = "java/lang/System".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EXIT = "exit".getBytes(StandardCharsets.US_ASCII);
  private static final String TARGET = Exit.class.getName().replace('.', '/');
  private static final int COUNT_AT = 8;
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int NAME_AND_TYPE = 12;
  private static final List<Integer> OF_EIGHT_BYTES = List.of(5, 6);
  private static final List<Integer> OF_TWO_BYTES = List.of(CLASS, 8, 16, 19, 20);
  private static final int METHOD_HANDLE = 15;

  private final ByteBuffer code;
  private final int[] starts;
  private final int end;

  private ExitCalls(byte[] bytes) {
    code = ByteBuffer.wrap(bytes);
    int count = Short.toUnsignedInt(code.getShort(COUNT_AT));
    starts = new int[count];
    int at = COUNT_AT + 2;
    for (int i = 1; i < count; i++) {
      starts[i] = at;
      int tag = code.get(at);
      at += length(tag, at);
      i += OF_EIGHT_BYTES.contains(tag) ? 1 : 0;
    }
    end = at;
  }

  /** The class without such calls; the same if it has none. */
  static byte[] turned(byte[] bytes) {
    return new ExitCalls(bytes.clone()).turned();
  }

  private int length(int tag, int at) {
    if (tag == UTF8) {
      return 3 + Short.toUnsignedInt(code.getShort(at + 1));
    }
    if (OF_EIGHT_BYTES.contains(tag)) {
      return 9;
    }
    return tag == METHOD_HANDLE ? 4 : OF_TWO_BYTES.contains(tag) ? 3 : 5;
  }

  private byte[] turned() {
    boolean found = false;
    for (int start : starts) {
      if (start > 0 && code.get(start) == METHOD && isExit(start)) {
        code.putShort(start + 1, (short) (starts.length + 1));
        found = true;
      }
    }
    if (!found) {
      return code.array();
    }
    code.putShort(COUNT_AT, (short) (starts.length + 2));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(whole)) {
      out.write(code.array(), 0, end);
      out.writeByte(UTF8);
      out.writeUTF(TARGET);
      out.writeByte(CLASS);
      out.writeShort(starts.length);
      out.write(code.array(), end, code.capacity() - end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return whole.toByteArray();
  }

  private boolean isExit(int method) {
    int owner = starts[referred(method + 1)];
    int nameAndType = starts[referred(method + 3)];
    return code.get(nameAndType) == NAME_AND_TYPE
        && isText(referred(owner + 1), SYSTEM)
        && isText(referred(nameAndType + 1), EXIT);
  }

  private int referred(int at) {
    return Short.toUnsignedInt(code.getShort(at));
  }

  private boolean isText(int constant, byte[] text) {
    int start = starts[constant];
    int length = referred(start + 1);
    byte[] all = code.array();
    return Arrays.equals(all, start + 3, start + 3 + length, text, 0, text.length);
  }
}
