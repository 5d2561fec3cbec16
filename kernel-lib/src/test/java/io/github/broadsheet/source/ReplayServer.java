package io.github.broadsheet.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The replay server beside the real data, which answers like Hugging Face and arXiv. A test that
 * finds no data or no Python is skipped.
 */
public final class ReplayServer implements AutoCloseable {
  private final Process process;
  private final URI uri;

  private ReplayServer(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  public static ReplayServer start(String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "python3",
                RealData.path("../hub/serve.py").toString(),
                "--port",
                "0",
                "--max-seconds",
                "300",
                "--data",
                RealData.path("").toString()));
    command.addAll(List.of(options));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      return Assumptions.abort("Skipped: no python3 for the replay server");
    }
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null) {
      process.destroy();
      throw new IOException("The replay server ended before it listened.");
    }
    return new ReplayServer(process, URI.create(line.strip()));
  }

  public URI uri() {
    return uri;
  }

  /** Sets the faults from now on, as the README of the replay server has them. */
  public void faults(String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve("/_control/faults"))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
  }

  /** The log of requests so far, a JSON object a line. */
  public List<String> log() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri.resolve("/_control/log")).build();
    return HttpClient.newHttpClient()
        .send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
