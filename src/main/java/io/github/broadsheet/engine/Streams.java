package io.github.broadsheet.engine;

import io.github.broadsheet.display.Display;
import io.github.broadsheet.engine.CellIo.Channel;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a thread prints, shows and asks to the cell that started it, also after that cell has
 * ended. Threads of no cell keep the program's own streams.
 */
final class Streams {
  private static final InheritableThreadLocal<@Nullable Target> TARGET =
      new InheritableThreadLocal<>();
  private static volatile @Nullable Target newest;
  private static int sessions;
  private static PrintStream realOut = System.out;
  private static PrintStream realErr = System.err;
  private static InputStream realIn = System.in;

  private Streams() {}

  /** Where one cell's output goes. */
  static final class Target implements Display.Host {
    private final CellIo io;
    private final Map<Channel, Decoder> decoders = new EnumMap<>(Channel.class);
    private final Set<String> ids = new HashSet<>();
    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final InputStream inBefore = System.in;
    final CellInput input;

    Target(CellIo io) {
      this.io = io;
      this.input = new CellInput(io);
      for (Channel channel : Channel.values()) {
        decoders.put(channel, new Decoder());
      }
    }

    synchronized void print(Channel channel, String text) {
      if (!text.isEmpty()) {
        io.print(channel, text);
      }
    }

    synchronized void write(Channel channel, byte[] bytes, int offset, int length) {
      print(
          channel,
          java.util.Objects.requireNonNull(decoders.get(channel)).decode(bytes, offset, length));
    }

    /**
     * Whether this is what a call that shows or prints something leaves: the id of a display, or
     * the stream that {@code printf} gives back. Not worth showing by itself.
     */
    synchronized boolean displayed(@Nullable Object value) {
      return value instanceof CellPrintStream || (value instanceof String id && ids.contains(id));
    }

    /** Else all that later cells print would go where this one has sent it, such as nowhere. */
    void takeBack() {
      List<String> names = new ArrayList<>();
      if (System.out != outBefore) {
        System.setOut(outBefore);
        names.add("System.out");
      }
      if (System.err != errBefore) {
        System.setErr(errBefore);
        names.add("System.err");
      }
      if (System.in != inBefore) {
        System.setIn(inBefore);
        names.add("System.in");
      }
      if (!names.isEmpty()) {
        print(
            Channel.ERR,
            "The notebook has its own "
                + String.join(" and ", names)
                + " again: a cell can set it for itself only.\n");
      }
    }

    @Override
    public synchronized void display(String id, Map<String, Object> bundle) {
      ids.add(id);
      io.display(id, bundle);
    }

    @Override
    public synchronized void update(String id, Map<String, Object> bundle) {
      io.update(id, bundle);
    }

    @Override
    public synchronized void clear(boolean wait) {
      io.clear(wait);
    }
  }

  /** Bytes to text; a character cut in two waits for its other half. */
  private static final class Decoder {
    private final CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];

    String decode(byte[] bytes, int offset, int length) {
      ByteBuffer in = ByteBuffer.allocate(rest.length + length);
      in.put(rest).put(bytes, offset, length).flip();
      CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
      decoder.decode(in, out, false);
      rest = Arrays.copyOfRange(in.array(), in.position(), in.limit());
      return out.flip().toString();
    }
  }

  /** Shows on the real streams what no cell asked for. */
  private static final class Host implements Display.Host {
    @Override
    public void display(String id, Map<String, Object> bundle) {
      Target target = current();
      if (target == null) {
        realOut.println(bundle.get("text/plain"));
      } else {
        target.display(id, bundle);
      }
    }

    @Override
    public void update(String id, Map<String, Object> bundle) {
      Target target = current();
      if (target == null) {
        realOut.println(bundle.get("text/plain"));
      } else {
        target.update(id, bundle);
      }
    }

    @Override
    public void clear(boolean wait) {
      Target target = current();
      if (target != null) {
        target.clear(wait);
      }
    }
  }

  static synchronized void install() {
    if (sessions++ == 0) {
      realOut = System.out;
      realErr = System.err;
      realIn = System.in;
      System.setOut(new CellPrintStream(Channel.OUT, realOut));
      System.setErr(new CellPrintStream(Channel.ERR, realErr));
      System.setIn(new RoutedInput(realIn));
      Display.host(new Host());
    }
  }

  static synchronized void uninstall() {
    if (--sessions == 0) {
      System.setOut(realOut);
      System.setErr(realErr);
      System.setIn(realIn);
      Display.host(null);
      newest = null;
    }
  }

  /** From here on this thread, and all that it starts, print to this cell. */
  static Target enter(CellIo io) {
    Target target = new Target(io);
    newest = target;
    TARGET.set(target);
    return target;
  }

  static void leave(Target target) {
    target.takeBack();
    TARGET.remove();
  }

  static void inherit(@Nullable Target target) {
    TARGET.set(target);
  }

  /**
   * The cell of this thread. The threads of a pool that all cells share, such as that of parallel
   * streams, work for the newest one.
   */
  static @Nullable Target current() {
    return Thread.currentThread() instanceof ForkJoinWorkerThread ? newest : TARGET.get();
  }
}
