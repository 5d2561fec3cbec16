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

  private final Client client;

  private record Count(@Nullable Integer citations, @Nullable Integer influential) {}

  public SemanticScholar(Client client) {
    this.client = client;
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
    Set<String> wanted = new LinkedHashSet<>();
    for (String id : ids) {
      String arxivId = ArxivTerms.id(id);
      if (arxivId != null) {
        wanted.add(arxivId);
      }
    }
    List<String> notes = new ArrayList<>();
    Map<String, Count> counts = counts(List.copyOf(wanted), notes);
    Table cited = papers.copy();
    for (String name : List.of(CITATIONS, INFLUENTIAL)) {
      if (cited.containsColumn(name)) {
        cited.removeColumns(name);
      }
    }
    IntColumn citations = IntColumn.create(CITATIONS);
    IntColumn influential = IntColumn.create(INFLUENTIAL);
    for (String id : ids) {
      Count count = counts.get(String.valueOf(ArxivTerms.id(id)));
      append(citations, count == null ? null : count.citations());
      append(influential, count == null ? null : count.influential());
    }
    return new ReadTable(cited.addColumns(citations, influential), notes);
  }

  private static void append(IntColumn column, @Nullable Integer number) {
    if (number == null) {
      column.appendMissing();
    } else {
      column.append(number.intValue());
    }
  }

  private Map<String, Count> counts(List<String> ids, List<String> notes) {
    Map<String, Count> counts = new HashMap<>();
    int asked = 0;
    try (Progress progress = Progress.of("Semantic Scholar", ids.size())) {
      Fetcher fetcher = new Fetcher(client, progress);
      while (asked < ids.size()) {
        List<String> batch = ids.subList(asked, Math.min(asked + BATCH, ids.size()));
        try {
          counts.putAll(batch(fetcher, batch));
        } catch (PapersException e) {
          if (asked == 0) {
            throw e;
          }
          notes.add(
              "Citations of "
                  + (ids.size() - asked)
                  + " papers are missing, those of the "
                  + asked
                  + " before them are here. "
                  + String.valueOf(e.getMessage()).replace('\n', ' '));
          break;
        }
        asked += batch.size();
        fetcher.step(asked, "");
      }
    }
    int unknown = asked - counts.size();
    if (unknown > 0) {
      notes.add(
          "Semantic Scholar does not know "
              + unknown
              + " of "
              + asked
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
        return Map.of();
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
