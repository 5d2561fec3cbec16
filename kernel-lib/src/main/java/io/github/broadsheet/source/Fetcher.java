package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Ask;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Reading;
import io.github.broadsheet.http.Service;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a source asks its service with: the one polite client, which keeps the pace, waits, tries
 * again and explains failures, below a bar that shows how far it is.
 */
public final class Fetcher {
  private final Client client;
  private final Progress progress;
  private final Arrivals arrivals;

  Fetcher(Client client, Progress progress) {
    this(client, progress, Arrivals.NOBODY);
  }

  Fetcher(Client client, Progress progress, Arrivals arrivals) {
    this.client = client;
    this.progress = progress;
    this.arrivals = arrivals;
  }

  /**
   * The JSON of an answer.
   *
   * @param what what is asked for, as the end of the sentence "Could not fetch …"
   * @param path below the service's address, such as {@code /search}
   * @param query names and values take turns
   * @throws PapersException when no try brought JSON
   */
  public JsonNode json(Service service, String what, String path, Object... query) {
    return read(service, what, Bodies::json, path, query);
  }

  /** The text of an answer: see {@link #json}. */
  public String text(Service service, String what, String path, Object... query) {
    return read(service, what, Bodies::text, path, query);
  }

  /** What a reading makes of an answer: see {@link #json}. */
  public <T> T read(
      Service service, String what, Reading<T> reading, String path, Object... query) {
    Ask ask = new Ask(service, what, client.settings().address(service, path, query));
    return client.get(ask, reading, progress::pause);
  }

  /** What a reading makes of the answer to a request that sends JSON along: see {@link #json}. */
  <T> T send(
      Service service, String what, String json, Reading<T> reading, String path, Object... query) {
    Ask ask = new Ask(service, what, client.settings().address(service, path, query), json);
    return client.get(ask, reading, progress::pause);
  }

  /**
   * Hands over a part of what was asked for: it is in the archive at once, and with {@code
   * Papers.soFar()} if the reader interrupts before the rest has come. A source that asks once need
   * not call this.
   */
  public void arrived(Listing part) {
    arrivals.arrived(part);
  }

  /** The same for a part that was on disk. */
  void found(Listing part) {
    arrivals.found(part);
  }

  /** Shows that the job waits, and why. */
  void pause(String why, Duration left) {
    progress.pause(why, left);
  }

  /** Shows how many are done, and what is at hand. */
  public void step(long done, @Nullable String detail) {
    progress.step(done, detail == null ? "" : detail);
  }
}
