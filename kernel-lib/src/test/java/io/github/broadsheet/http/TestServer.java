package io.github.broadsheet.http;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A web server for one test, down on the socket so that it can break off, reset and dawdle as the
 * real ones do. Each request gets its own connection.
 */
public final class TestServer implements AutoCloseable {
  /** A request that came: path and query, and its headers without regard to case. */
  public record Seen(String target, Map<String, String> headers) {}

  /** What the server does with a request; {@code number} counts from 0. */
  public interface Script {
    Reply reply(Seen seen, int number);
  }

  /** An answer, and how it comes. */
  @SuppressWarnings("ArrayRecordComponent") // No reply is compared with another.
  public record Reply(
      int status, Map<String, String> headers, byte[] body, Manner manner, int delayMillis) {
    enum Manner {
      PLAIN,
      HALF,
      STALLED,
      RESET
    }

    public static Reply of(int status, String body) {
      return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Manner.PLAIN, 0);
    }

    public static Reply ok(String body) {
      return of(200, body);
    }

    /** The connection is reset before anything is said. */
    public static Reply reset() {
      return new Reply(0, Map.of(), new byte[0], Manner.RESET, 0);
    }

    public static Reply redirect(String to) {
      return of(302, "").with("Location", to);
    }

    public Reply with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Reply(status, more, body, manner, delayMillis);
    }

    /** Half of the body that was promised, then the end of the connection. */
    public Reply half() {
      return new Reply(status, headers, body, Manner.HALF, delayMillis);
    }

    /** Half of the body, and no more for three seconds. */
    public Reply stalled() {
      return new Reply(status, headers, body, Manner.STALLED, delayMillis);
    }

    public Reply after(int millis) {
      return new Reply(status, headers, body, manner, millis);
    }

    public Reply gzipped() {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Reply(status, headers, packed.toByteArray(), manner, delayMillis)
          .with("Content-Encoding", "gzip");
    }
  }

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final ServerSocket socket;
  private final Script script;

  public TestServer(Script script) {
    this.script = script;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  public List<Seen> seen() {
    return List.copyOf(seen);
  }

  /** The paths and queries asked for so far. */
  public List<String> targets() {
    return seen.stream().map(Seen::target).toList();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        daemon(() -> serve(connection));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Seen request = request(connection);
      if (request != null) {
        int number;
        synchronized (this) {
          number = seen.size();
          seen.add(request);
        }
        answer(script.reply(request, number), connection);
      }
    } catch (IOException | InterruptedException e) {
      // The client went away, which several tests want.
    }
  }

  private static @Nullable Seen request(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    String first = in.readLine();
    if (first == null) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      headers.put(
          line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
    }
    return new Seen(first.split(" ", -1)[1], headers);
  }

  private static void answer(Reply reply, Socket connection)
      throws IOException, InterruptedException {
    Thread.sleep(reply.delayMillis());
    if (reply.manner() == Reply.Manner.RESET) {
      connection.setSoLinger(true, 0);
      return;
    }
    StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Said\r\n");
    reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + reply.body().length + "\r\nConnection: close\r\n\r\n");
    OutputStream out = connection.getOutputStream();
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    int length = reply.body().length;
    out.write(reply.body(), 0, reply.manner() == Reply.Manner.PLAIN ? length : length / 2);
    out.flush();
    if (reply.manner() == Reply.Manner.STALLED) {
      Thread.sleep(3000);
    }
  }

  private static void daemon(Runnable job) {
    Thread thread = new Thread(job, "test-server");
    thread.setDaemon(true);
    thread.start();
  }
}
