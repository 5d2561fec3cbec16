package io.github.broadsheet.http;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom we ask, and what each of them asks of us. A new one is a name, a variable of the environment
 * with which a reader can name another server, and an address:
 *
 * <pre>{@code
 * Service dblp = Service.named("DBLP").at("DBLP_ENDPOINT", "https://dblp.org").every(Duration.ofSeconds(1)).service();
 * }</pre>
 */
public final class Service {
  private static final String CHECK = "Check the words and the dates of the call.";

  /**
   * Anonymous: 500 requests in 5 minutes for each network address (<a
   * href="https://huggingface.co/docs/hub/rate-limits">rate limits</a>).
   */
  public static final Service HUGGING_FACE =
      named("Hugging Face")
          .at("HF_ENDPOINT", "https://huggingface.co")
          .limit(
              Duration.ofSeconds(5),
              "Hugging Face takes 500 requests in 5 minutes from one network address, twice as many"
                  + " with HF_TOKEN set.")
          .token(
              new Token(
                  "HF_TOKEN",
                  "Authorization",
                  "Bearer ",
                  "https://huggingface.co/settings/tokens",
                  "listings need no token"))
          .service();

  /**
   * One request in 3 seconds on one connection, its feeds and its harvest counted in (<a
   * href="https://info.arxiv.org/help/api/tou.html">terms of use</a>). Since 2026-02 it refuses
   * even slower clients now and then; only long pauses help. The answer to a query changes once a
   * day, at midnight in New York.
   */
  public static final Service ARXIV =
      arxiv("ARXIV_ENDPOINT", "https://export.arxiv.org")
          .daily(ZoneId.of("America/New_York"))
          .check("Check the query. A good one: cat:cs.CL AND ti:\"chain of thought\"")
          .service();

  /** What arXiv announces today. */
  public static final Service ARXIV_FEED =
      arxiv("ARXIV_FEED_ENDPOINT", "https://rss.arxiv.org")
          .check("Check the category; a good one: cs.CL")
          .service();

  /** arXiv's own way to copy its catalogue. */
  public static final Service ARXIV_OAI =
      arxiv("ARXIV_OAI_ENDPOINT", "https://oaipmh.arxiv.org")
          .check("Check the set and the days; a good call: Papers.harvest(\"cs.CL\", day, day)")
          .service();

  /** Without a key all its users share one small quota; with one it is a request a second. */
  public static final Service SEMANTIC_SCHOLAR =
      named("Semantic Scholar")
          .at("S2_ENDPOINT", "https://api.semanticscholar.org")
          .every(Duration.ofSeconds(1))
          .limit(
              Duration.ofSeconds(5),
              "Without S2_API_KEY all users of Semantic Scholar share one small quota.")
          .token(
              new Token(
                  "S2_API_KEY",
                  "x-api-key",
                  "",
                  "https://www.semanticscholar.org/product/api",
                  "it answers without, only not as often"))
          .service();

  /** 100 requests a second and 100,000 credits a day, of which a count costs ten. */
  public static final Service OPENALEX =
      named("OpenAlex").at("OPENALEX_ENDPOINT", "https://api.openalex.org").service();

  /** Those that come with the library. */
  static final List<Service> OWN =
      List.of(HUGGING_FACE, ARXIV, ARXIV_FEED, ARXIV_OAI, SEMANTIC_SCHOLAR, OPENALEX);

  /**
   * What shows a service who asks. It goes to the service's own host alone.
   *
   * @param variable of the environment that holds it
   * @param header in which it is sent
   * @param prefix before it there, such as {@code "Bearer "}
   * @param page where one gets it
   * @param without why it can be left out, as the end of a sentence
   */
  public record Token(String variable, String header, String prefix, String page, String without) {}

  private final String title;
  private final String variable;
  private final String endpoint;
  private final Duration pace;
  private final Duration crowdedPause;
  private final String limit;
  private final String check;
  private final @Nullable Token token;
  private final @Nullable ZoneId daily;

  private Service(Draft draft) {
    title = draft.title;
    variable = draft.variable;
    endpoint = draft.endpoint;
    pace = draft.pace;
    crowdedPause = draft.crowdedPause;
    limit = draft.limit;
    check = draft.check;
    token = draft.token;
    daily = draft.daily;
  }

  /** A service of this name, to be described. */
  public static Draft named(String title) {
    return new Draft(title);
  }

  private static Draft arxiv(String variable, String endpoint) {
    return named("arXiv")
        .at(variable, endpoint)
        .every(Duration.ofSeconds(3))
        .limit(
            Duration.ofSeconds(30),
            "arXiv takes one request in 3 seconds, from all programs behind one network address"
                + " together.");
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

  /** Services of the same name take turns: they are one house with several doors. */
  String turn() {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
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

  /** What to do when it finds fault with a request. */
  String check() {
    return check;
  }

  /** What shows it who asks, if it knows such a thing. */
  @Nullable Token token() {
    return token;
  }

  /** Where midnight is when its answers change, if they do so once a day. */
  @Nullable ZoneId daily() {
    return daily;
  }

  @Override
  public String toString() {
    return title;
  }

  /** A service that is being described. */
  public static final class Draft {
    private final String title;
    private String variable = "";
    private String endpoint = "";
    private Duration pace = Duration.ZERO;
    private Duration crowdedPause = Duration.ofSeconds(5);
    private String limit;
    private String check = CHECK;
    private @Nullable Token token;
    private @Nullable ZoneId daily;

    private Draft(String title) {
      this.title = title;
      limit = title + " limits how often it may be asked.";
    }

    /** Its address, and the variable of the environment that names another one. */
    public Draft at(String variable, String endpoint) {
      this.variable = variable;
      this.endpoint = endpoint;
      return this;
    }

    /** It is asked one question at a time, with this rest after each answer. */
    public Draft every(Duration pace) {
      this.pace = pace;
      return this;
    }

    /** What it allows, in a sentence, and the first pause after "too many requests". */
    public Draft limit(Duration crowdedPause, String limit) {
      this.crowdedPause = crowdedPause;
      this.limit = limit;
      return this;
    }

    /** What shows it who asks. */
    public Draft token(Token token) {
      this.token = token;
      return this;
    }

    private Draft check(String check) {
      this.check = check;
      return this;
    }

    private Draft daily(ZoneId zone) {
      this.daily = zone;
      return this;
    }

    /** The service, described. */
    public Service service() {
      return new Service(this);
    }
  }
}
