package io.github.broadsheet.frontend;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Jupyter server of a test's own: own port, own token, own configuration, own trust database. */
final class JupyterServer implements AutoCloseable {
  private final Process process;
  private final String base;
  private final String token;
  private final Path log;

  private JupyterServer(Process process, String base, String token, Path log) {
    this.process = process;
    this.base = base;
    this.token = token;
    this.log = log;
  }

  static JupyterServer lab(Path notebooks, Path home, Path jupyterPath) throws Exception {
    int port = freePort();
    String token = "test-" + port;
    return start(
        List.of(
            Frontend.PYTHON.toString(),
            Frontend.LAB.resolve("main.py").toString(),
            "--ServerApp.root_dir=" + notebooks,
            "--ServerApp.ip=127.0.0.1",
            "--ServerApp.port=" + port,
            "--ServerApp.token=" + token,
            "--ServerApp.open_browser=False",
            "--allow-root"),
        home,
        jupyterPath,
        port,
        token);
  }

  static JupyterServer classic(Path notebooks, Path home, Path jupyterPath) throws Exception {
    int port = freePort();
    String token = "test-" + port;
    return start(
        List.of(
            Frontend.PYTHON.toString(),
            "-m",
            "notebook",
            "--NotebookApp.notebook_dir=" + notebooks,
            "--NotebookApp.ip=127.0.0.1",
            "--NotebookApp.port=" + port,
            "--NotebookApp.token=" + token,
            "--NotebookApp.open_browser=False",
            "--allow-root"),
        home,
        jupyterPath,
        port,
        token);
  }

  /** The address of a page, with the token that opens it. */
  String page(String path) {
    return base + path + (path.contains("?") ? "&" : "?") + "token=" + token;
  }

  private static JupyterServer start(
      List<String> command, Path home, Path jupyterPath, int port, String token) throws Exception {
    Files.createDirectories(home);
    Path log = home.resolve("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment(home, jupyterPath));
    JupyterServer server =
        new JupyterServer(builder.start(), "http://127.0.0.1:" + port, token, log);
    server.awaitStart();
    return server;
  }

  static Map<String, String> environment(Path home, Path jupyterPath) {
    return Map.of(
        "JUPYTER_PATH", jupyterPath.toString(),
        "JUPYTER_CONFIG_DIR", home.resolve("config").toString(),
        "JUPYTER_DATA_DIR", home.resolve("data").toString(),
        "JUPYTER_RUNTIME_DIR", home.resolve("runtime").toString(),
        "BROADSHEET_OFFLINE", "1");
  }

  private void awaitStart() throws IOException, InterruptedException {
    for (int tries = 0; tries < 300; tries++) {
      if (!process.isAlive()) {
        throw new IllegalStateException("The server ended:\n" + Files.readString(log));
      }
      if (answers()) {
        return;
      }
      Thread.sleep(100);
    }
    close();
    throw new IllegalStateException("The server did not answer in 30 s:\n" + Files.readString(log));
  }

  private boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(page("/api/status")).toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> kernels = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    kernels.forEach(ProcessHandle::destroy);
  }
}
