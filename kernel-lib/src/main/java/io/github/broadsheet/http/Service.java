package io.github.broadsheet.http;

import java.time.Duration;

/** Whom we ask, and what each of them asks of us. */
public enum Service {
  /**
   * Anonymous: 500 requests in 5 minutes for each network address (<a
   * href="https://huggingface.co/docs/hub/rate-limits">rate limits</a>).
   */
  HUGGING_FACE(
      "Hugging Face",
      "HF_ENDPOINT",
      "https://huggingface.co",
      Duration.ZERO,
      Duration.ofSeconds(5),
      "Hugging Face takes 500 requests in 5 minutes from one network address, twice as many with"
          + " HF_TOKEN set."),

  /**
   * One request in 3 seconds on one connection (<a
   * href="https://info.arxiv.org/help/api/tou.html">terms of use</a>). Since 2026-02 it refuses
   * even slower clients now and then; only long pauses help.
   */
  ARXIV(
      "arXiv",
      "ARXIV_ENDPOINT",
      "https://export.arxiv.org",
      Duration.ofSeconds(3),
      Duration.ofSeconds(30),
      "arXiv takes one request in 3 seconds, from all programs behind one network address together.");

  private final String title;
  private final String variable;
  private final String endpoint;
  private final Duration pace;
  private final Duration crowdedPause;
  private final String limit;

  Service(
      String title,
      String variable,
      String endpoint,
      Duration pace,
      Duration crowdedPause,
      String limit) {
    this.title = title;
    this.variable = variable;
    this.endpoint = endpoint;
    this.pace = pace;
    this.crowdedPause = crowdedPause;
    this.limit = limit;
  }

  /** Its name in a sentence. */
  public String title() {
    return title;
  }

  /** The environment variable with another address to use. */
  String variable() {
    return variable;
  }

  /** Its own address. */
  String endpoint() {
    return endpoint;
  }

  /** The least time between the end of one request and the start of the next. */
  Duration pace() {
    return pace;
  }

  /** The first pause after "too many requests" when the answer names none. */
  Duration crowdedPause() {
    return crowdedPause;
  }

  /** What it takes, in a sentence. */
  String limit() {
    return limit;
  }
}
