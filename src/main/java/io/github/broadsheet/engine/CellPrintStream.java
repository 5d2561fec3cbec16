package io.github.broadsheet.engine;

import io.github.broadsheet.engine.CellIo.Channel;
import io.github.broadsheet.engine.Streams.Target;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code System.out} of all cells. Text goes on as text: one call for each print, no encoding. */
final class CellPrintStream extends PrintStream {
  private final Channel channel;
  private final PrintStream real;

  CellPrintStream(Channel channel, PrintStream real) {
    super(real, true, StandardCharsets.UTF_8);
    this.channel = channel;
    this.real = real;
  }

  private void text(String text) {
    Target target = Streams.current();
    if (target == null) {
      real.print(text);
    } else {
      target.print(channel, text);
    }
  }

  private void line(String text) {
    Target target = Streams.current();
    if (target == null) {
      real.println(text);
    } else {
      target.print(channel, text + "\n");
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    Target target = Streams.current();
    if (target == null) {
      real.write(bytes, offset, length);
    } else {
      target.write(channel, bytes, offset, length);
    }
  }

  @Override
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void writeBytes(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public PrintStream format(@Nullable String format, @Nullable Object... args) {
    text(String.format(format, args));
    return this;
  }

  @Override
  public PrintStream format(Locale locale, String format, @Nullable Object... args) {
    text(String.format(locale, format, args));
    return this;
  }

  @Override
  public void print(@Nullable String s) {
    text(String.valueOf(s));
  }

  @Override
  public void print(@Nullable Object o) {
    text(String.valueOf(o));
  }

  @Override
  public void print(boolean b) {
    text(String.valueOf(b));
  }

  @Override
  public void print(char c) {
    text(String.valueOf(c));
  }

  @Override
  public void print(int i) {
    text(String.valueOf(i));
  }

  @Override
  public void print(long l) {
    text(String.valueOf(l));
  }

  @Override
  public void print(float f) {
    text(String.valueOf(f));
  }

  @Override
  public void print(double d) {
    text(String.valueOf(d));
  }

  @Override
  public void print(char[] s) {
    text(String.valueOf(s));
  }

  @Override
  public void println() {
    line("");
  }

  @Override
  public void println(@Nullable String s) {
    line(String.valueOf(s));
  }

  @Override
  public void println(@Nullable Object o) {
    line(String.valueOf(o));
  }

  @Override
  public void println(boolean b) {
    line(String.valueOf(b));
  }

  @Override
  public void println(char c) {
    line(String.valueOf(c));
  }

  @Override
  public void println(int i) {
    line(String.valueOf(i));
  }

  @Override
  public void println(long l) {
    line(String.valueOf(l));
  }

  @Override
  public void println(float f) {
    line(String.valueOf(f));
  }

  @Override
  public void println(double d) {
    line(String.valueOf(d));
  }

  @Override
  public void println(char[] s) {
    line(String.valueOf(s));
  }

  @Override
  public void flush() {
    if (Streams.current() == null) {
      real.flush();
    }
  }

  /** A cell that closes it would silence all that follow. */
  @Override
  public void close() {
    flush();
  }
}
