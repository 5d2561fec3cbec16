package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Answer;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Service;
import io.github.broadsheet.http.Trouble;
import io.github.broadsheet.text.Term;
import io.github.broadsheet.text.Topic;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many works there are a year, counted by OpenAlex (<a
 * href="https://docs.openalex.org">API</a>) without a download: one request a count.
 */
public final class OpenAlex {
  private final Client client;

  public OpenAlex(Client client) {
    this.client = client;
  }

  /** Over the client of this process. */
  public static OpenAlex shared() {
    return new OpenAlex(Client.shared());
  }

  /** Works by year of publication, all there are. */
  public SortedMap<Integer, Integer> perYear() {
    return ask("the works of each year", "group_by", "publication_year", "per-page", 200);
  }

  /**
   * Works by year of publication that mention a topic in title or abstract.
   *
   * @throws IllegalArgumentException if the topic holds a regular expression
   */
  public SortedMap<Integer, Integer> perYear(Topic topic) {
    String query = query(topic);
    return ask(
        "the works of each year about " + query,
        "filter",
        "title_and_abstract.search:" + query,
        "group_by",
        "publication_year",
        "per-page",
        200);
  }

  /** A topic in OpenAlex's language. */
  static String query(Topic topic) {
    boolean simple = topic.all().size() == 1 && topic.none().isEmpty();
    String wanted =
        topic.all().stream()
            .map(terms -> simple ? any(terms) : "(" + any(terms) + ")")
            .collect(Collectors.joining(" AND "));
    return topic.none().isEmpty() ? wanted : wanted + " NOT (" + any(topic.none()) + ")";
  }

  private static String any(List<Term> terms) {
    return terms.stream()
        .map(
            term -> {
              if (term.isExpression()) {
                throw new IllegalArgumentException(
                    "OpenAlex counts phrases, not regular expressions: leave out " + term + ".");
              }
              // What is a sign in OpenAlex's language cannot be looked for.
              return '"' + term.text().replaceAll("[\"|,:()!\\s]+", " ").strip() + '"';
            })
        .collect(Collectors.joining(" OR "));
  }

  private SortedMap<Integer, Integer> ask(String what, Object... query) {
    try (Progress progress = Progress.of("OpenAlex", -1)) {
      return new Fetcher(client, progress)
          .read(Service.OPENALEX, what, OpenAlex::read, "/works", query);
    }
  }

  private static SortedMap<Integer, Integer> read(Answer answer) throws Trouble {
    JsonNode groups = Bodies.json(answer).path("group_by");
    if (!groups.isArray()) {
      throw Trouble.unusable(
          "sent JSON without counts (group_by)",
          "The service may have changed; a newer Broadsheet may know how.",
          null);
    }
    SortedMap<Integer, Integer> years = new TreeMap<>();
    for (JsonNode group : groups) {
      String year = group.path("key").asText();
      JsonNode count = group.path("count");
      if (year.matches("[12]\\d{3}") && count.canConvertToInt() && count.intValue() >= 0) {
        years.put(Integer.valueOf(year), count.intValue());
      }
    }
    return years;
  }
}
