package io.github.broadsheet.cli;

import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Service;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.run.Times;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/** Whether the services answer. Asks once, without a token, and waits a few seconds only. */
final class NetworkCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Settings settings;

  NetworkCheck(Settings settings) {
    this.settings = settings;
  }

  Finding huggingFace() {
    return ask(
        Service.HUGGING_FACE,
        "HF_ENDPOINT",
        settings.address(Service.HUGGING_FACE, "/api/daily_papers", "limit", 1));
  }

  Finding arxiv() {
    return ask(
        Service.ARXIV,
        "ARXIV_ENDPOINT",
        settings.address(
            Service.ARXIV, "/api/query", "search_query", "cat:cs.CL", "max_results", 1));
  }

  private Finding ask(Service service, String variable, URI address) {
    String name = service.title();
    String host = address.getScheme() + "://" + address.getAuthority();
    if (settings.offline()) {
      return Finding.note(
          name,
          "not asked: BROADSHEET_OFFLINE is set",
          "Papers.sample(), Papers.read(path) and all files work. Unset it to fetch.");
    }
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("User-Agent", "broadsheet/" + Version.program().replaceAll("[()]", ""))
            .build();
    // arXiv takes one request in 3 seconds, whichever program of ours it comes from.
    try (Progress progress = Progress.of("Asking " + name, -1);
        Client.Turn turn = Client.shared().turn(service, progress::pause)) {
      long start = System.nanoTime();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      progress.step(1, "");
      String took = Times.text(Duration.ofNanos(System.nanoTime() - start));
      String state = host + " answered " + status + " in " + took;
      return status == 200
          ? Finding.fine(name, state)
          : Finding.note(name, state, todo(status), elsewhere(variable));
    } catch (IOException e) {
      return Finding.note(
          name,
          host + " cannot be reached: " + reason(e),
          "Check the network. Behind a proxy: BROADSHEET_JAVA_OPTS=\"-Dhttps.proxyHost=HOST"
              + " -Dhttps.proxyPort=PORT\".",
          elsewhere(variable));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.note(name, "interrupted");
    }
  }

  private static String todo(int status) {
    return status == 429 || status == 503
        ? "It asks to wait; try again in some minutes."
        : "It is there but does not answer as it should; try again later.";
  }

  private static String elsewhere(String variable) {
    return "Another address is set with " + variable + ".";
  }

  // Java's own messages for these are empty.
  private static String reason(IOException e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException) {
        return "no such host";
      }
    }
    if (e instanceof HttpTimeoutException) {
      return "no answer in " + PATIENCE.toSeconds() + " s";
    }
    if (e instanceof ConnectException) {
      return "the connection was refused";
    }
    String kind = e.getClass().getSimpleName();
    return e.getMessage() == null ? kind : kind + ", " + e.getMessage();
  }
}
