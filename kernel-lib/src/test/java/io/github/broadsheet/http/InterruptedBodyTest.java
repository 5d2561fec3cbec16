package io.github.broadsheet.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a server that sends its answer drop by drop sees of a client that wants no more of it. */
@Timeout(120)
class InterruptedBodyTest {
  /** Far longer than the client has; who is still there then would have stayed. */
  private static final int PATIENCE_MILLIS = 60_000;

  @TempDir private Path home;

  private Client client(String endpoint, Duration whole, boolean keeping) {
    Supplier<Settings> settings =
        () -> Settings.of(Map.of("HF_ENDPOINT", endpoint, "BROADSHEET_HOME", home.toString()));
    Limits limits = new Limits(1, whole, whole, whole, 10_000);
    return keeping
        ? Client.keeping(settings, limits, Timing.real())
        : new Client(settings, limits, Timing.real());
  }

  /** Serves the beginning of an answer; gives what the server reads after it, -1 at the end. */
  private int endOf(boolean interrupt, Duration whole, boolean keeping) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String endpoint = "http://127.0.0.1:" + server.getLocalPort();
      Client client = client(endpoint, whole, keeping);
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread cell =
          new Thread(
              () -> {
                Ask ask = new Ask(Service.HUGGING_FACE, "papers", URI.create(endpoint));
                thrown.set(catchThrowable(() -> client.get(ask, Bodies::jsonArray, Pauses.UNSAID)));
              });
      cell.start();
      try (Socket connection = server.accept()) {
        beginAnswer(connection);
        if (interrupt) {
          cell.interrupt();
        }
        connection.setSoTimeout(PATIENCE_MILLIS);
        int read = connection.getInputStream().read();
        cell.join();
        assertThat(thrown.get() instanceof CancellationException).isEqualTo(interrupt);
        return read;
      } finally {
        client.close();
      }
    }
  }

  private static void beginAnswer(Socket connection) throws IOException, InterruptedException {
    InputStream in = connection.getInputStream();
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.read());
    }
    connection
        .getOutputStream()
        .write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[".getBytes(US_ASCII));
    // So long that the client waits for the rest of it.
    Thread.sleep(300);
  }

  @Test
  void anInterruptEndsTheConnectionToo() throws Exception {
    assertThat(endOf(true, Duration.ofMinutes(5), false)).isEqualTo(-1);
    assertThat(endOf(true, Duration.ofMinutes(5), true)).isEqualTo(-1);
  }

  @Test
  void soDoesTheEndOfPatience() throws Exception {
    assertThat(endOf(false, Duration.ofSeconds(1), false)).isEqualTo(-1);
  }
}
