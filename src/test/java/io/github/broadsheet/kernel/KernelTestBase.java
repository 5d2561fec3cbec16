package io.github.broadsheet.kernel;

import io.github.broadsheet.engine.Session;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.ConnectionFile;
import io.github.broadsheet.protocol.TestClient;
import io.github.broadsheet.source.LoadLog;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A kernel in this process, and a client that talks to it over real sockets. */
abstract class KernelTestBase {
  private final ConnectionFile file = TestClient.freePorts();
  private Thread thread;
  Kernel kernel;
  TestClient client;

  @BeforeEach
  void start() throws IOException {
    LoadLog.clear();
    kernel = new Kernel(Connection.bind(file, Clock.systemUTC()));
    thread =
        new Thread(
            () -> {
              try {
                kernel.run(Session::open);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    client = TestClient.connect(file);
  }

  @AfterEach
  void stop() throws InterruptedException {
    client.close();
    kernel.stop();
    thread.join();
  }

  /** Waits until the kernel has ended by itself; false if it has not. */
  boolean ended() throws InterruptedException {
    thread.join(5_000);
    return !thread.isAlive();
  }

  /** The content of an execute_request. */
  static Map<String, Object> cell(String code, Object... fields) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("code", code);
    content.put("allow_stdin", false);
    for (int i = 0; i < fields.length; i += 2) {
      content.put((String) fields[i], fields[i + 1]);
    }
    return content;
  }
}
