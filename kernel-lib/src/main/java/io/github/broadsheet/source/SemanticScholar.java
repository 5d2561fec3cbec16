package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Answer;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Service;
import io.github.broadsheet.http.Trouble;
import io.github.broadsheet.source.CitationKeeper.Count;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Citations by arXiv id, from Semantic Scholar's Graph (<a
 * href="https://api.semanticscholar.org/api-docs/graph">API</a>): 500 papers a request.
 */
public final class SemanticScholar {
  private static final int BATCH = 500;
  private static final String CITATIONS = "citations";
  private static final String INFLUENTIAL = "influential_citations";

  /** Counts are made anew every few days; what was seen so lately is not asked again. */
  private static final Duration FRESH = Duration.ofDays(1);

  private final Client client;
  private final Clock clock;
  private final CitationKeeper keeper;

  /** Over this client; what the keeper has is not asked, and what comes is given to it. */
  public SemanticScholar(Client client, Clock clock, CitationKeeper keeper) {
    this.client = client;
    this.clock = clock;
    this.keeper = keeper;
  }

  /**
   * A copy of the table with the columns {@code citations} and {@code influential_citations}. If
   * the service fails after some answers, what they said is there and a note says what is not.
   *
   * @throws IllegalArgumentException if the table has no text column {@code id}
   * @throws PapersException if nothing could be had
   */
  public ReadTable citations(Table papers) {
    if (!papers.containsColumn("id") || !(papers.column("id") instanceof StringColumn ids)) {
      throw new IllegalArgumentException(
          "Citations are found by arXiv id: the table needs a text column id and has "
              + String.join(", ", papers.columnNames())
              + ".");
    }
    List<String> notes = new ArrayList<>();
    return new ReadTable(cited(papers, ids, counts(wanted(ids), notes)), notes);
  }

  /** The same without asking: of what came lately, with a note that says how many lack. */
  public ReadTable kept(Table papers) {
    StringColumn ids = papers.stringColumn("id");
    List<String> wanted = wanted(ids);
    Map<String, Count> counts = keeper.citations(wanted, since());
    return new ReadTable(
        cited(papers, ids, counts),
        List.of(
            "A part: the citations of %d of %d papers have come. The same call asks for the rest."
                .formatted(counts.size(), wanted.size())));
  }

  private static List<String> wanted(StringColumn ids) {
    Set<String> wanted = new LinkedHashSet<>();
    for (String id : ids) {
      String arxivId = ArxivTerms.id(id);
      if (arxivId != null) {
        wanted.add(arxivId);
      }
    }
    return List.copyOf(wanted);
  }

  /** Without the network whatever is kept is better than nothing. */
  private Instant since() {
    return client.settings().offline() ? Instant.EPOCH : clock.instant().minus(FRESH);
  }

  private static Table cited(Table papers, StringColumn ids, Map<String, Count> counts) {
    Table cited = papers.copy();
    for (String name : List.of(CITATIONS, INFLUENTIAL)) {
      if (cited.containsColumn(name)) {
        cited.removeColumns(name);
      }
    }
    IntColumn citations = IntColumn.create(CITATIONS);
    IntColumn influential = IntColumn.create(INFLUENTIAL);
    for (String id : ids) {
      Count count = counts.getOrDefault(String.valueOf(ArxivTerms.id(id)), Count.UNKNOWN);
      append(citations, count.citations());
      append(influential, count.influential());
    }
    return cited.addColumns(citations, influential);
  }

  private static void append(IntColumn column, @Nullable Integer number) {
    if (number == null) {
      column.appendMissing();
    } else {
      column.append(number.intValue());
    }
  }

  private Map<String, Count> counts(List<String> ids, List<String> notes) {
    Map<String, Count> counts = new HashMap<>(keeper.citations(ids, since()));
    int there = counts.size();
    List<String> rest = ids.stream().filter(id -> !counts.containsKey(id)).toList();
    try (Progress progress = Progress.of("Semantic Scholar", ids.size())) {
      Fetcher fetcher = new Fetcher(client, progress);
      for (int asked = 0; asked < rest.size(); asked += BATCH) {
        List<String> batch = rest.subList(asked, Math.min(asked + BATCH, rest.size()));
        try {
          Instant seen = clock.instant();
          Map<String, Count> answer = batch(fetcher, batch);
          batch.forEach(id -> answer.putIfAbsent(id, Count.UNKNOWN));
          keeper.keep(answer, seen);
          counts.putAll(answer);
        } catch (PapersException e) {
          if (counts.isEmpty()) {
            throw e;
          }
          notes.add(
              "Citations of "
                  + (ids.size() - counts.size())
                  + " papers are missing, those of the "
                  + counts.size()
                  + " others are here. "
                  + String.valueOf(e.getMessage()).replace('\n', ' '));
          break;
        }
        fetcher.step(counts.size(), "");
      }
    }
    if (there > 0) {
      notes.add("Of " + there + " papers they were kept from an earlier call.");
    }
    long unknown = counts.values().stream().filter(Count.UNKNOWN::equals).count();
    if (unknown > 0) {
      notes.add(
          "Semantic Scholar does not know "
              + unknown
              + " of "
              + counts.size()
              + " papers: their citations are missing.");
    }
    return counts;
  }

  private static Map<String, Count> batch(Fetcher fetcher, List<String> ids) {
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    ids.forEach(id -> question.withArray("ids").add("ARXIV:" + id));
    try {
      return fetcher.send(
          Service.SEMANTIC_SCHOLAR,
          "the citations of " + ids.size() + " papers",
          question.toString(),
          answer -> read(answer, ids),
          "/graph/v1/paper/batch",
          "fields",
          "externalIds,citationCount,influentialCitationCount");
    } catch (PapersException e) {
      // It refuses a question of which it knows not a single paper.
      if (e.status() == 400 && String.valueOf(e.getMessage()).contains("No valid paper ids")) {
        return new HashMap<>();
      }
      throw e;
    }
  }

  /** The answer has a place for each id, in their order, with null for what is unknown. */
  private static Map<String, Count> read(Answer answer, List<String> ids) throws Trouble {
    JsonNode papers = Bodies.jsonArray(answer);
    if (papers.size() != ids.size()) {
      throw Trouble.broken(
          "sent " + papers.size() + " papers where " + ids.size() + " were asked for", null);
    }
    Map<String, Count> counts = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      JsonNode paper = papers.get(i);
      String own = ArxivTerms.id(paper.at("/externalIds/ArXiv").textValue());
      // Should the order ever be another one, its numbers must not go to a stranger.
      if (paper.isObject() && (own == null || own.equalsIgnoreCase(ids.get(i)))) {
        counts.put(
            ids.get(i),
            new Count(count(paper, "citationCount"), count(paper, "influentialCitationCount")));
      }
    }
    return counts;
  }

  private static @Nullable Integer count(JsonNode paper, String name) {
    JsonNode count = paper.path(name);
    return count.isIntegralNumber() && count.canConvertToInt() && count.intValue() >= 0
        ? (Integer) count.intValue()
        : null;
  }
}
