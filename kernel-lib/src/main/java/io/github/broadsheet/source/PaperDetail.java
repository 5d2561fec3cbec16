package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Answer;
import io.github.broadsheet.http.Bodies;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.Service;
import io.github.broadsheet.http.Trouble;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** One paper as Hugging Face knows it, with how many models, datasets and spaces refer to it. */
public final class PaperDetail {
  private static final String[] LINKED = {"Models", "Datasets", "Spaces"};

  /** An id of 2015 or later with four digits. */
  private static final Pattern LOST_ZERO = Pattern.compile("(?:1[5-9]|[2-8]\\d)\\d\\d\\.\\d{4}");

  private final Client client;

  public PaperDetail(Client client) {
    this.client = client;
  }

  /**
   * A table of one row: the columns of a listing and {@code models}, {@code datasets}, {@code
   * spaces} (Integer).
   *
   * @param paper its arXiv id, or an address with it
   * @throws IllegalArgumentException if there is no arXiv id in it
   * @throws PapersException if Hugging Face does not know the paper, or cannot be asked
   */
  public ReadTable of(String paper) {
    String id = ArxivTerms.id(paper);
    if (id == null) {
      throw new IllegalArgumentException(
          Remarks.quote(paper) + " is no arXiv id. One is written like 2405.17430, in quotes.");
    }
    String what = "the paper " + id;
    try (Progress progress = Progress.of("Paper " + id, -1)) {
      Fetcher fetcher = new Fetcher(client, progress);
      try {
        return fetcher.read(Service.HUGGING_FACE, what, PaperDetail::read, "/api/papers/" + id);
      } catch (PapersException e) {
        if (e.status() == 404) {
          throw unknown(id, e);
        }
        return page(fetcher, id, what, e);
      }
    }
  }

  private static ReadTable page(Fetcher fetcher, String id, String what, PapersException failure) {
    WebPage page = WebPage.of(fetcher, what, "/papers/" + id, failure);
    return new ReadTable(
        table(PaperTable.of("Paper " + id, page.listing().papers()), null),
        page.listing().noted(page.why()).notes());
  }

  private static PapersException unknown(String id, PapersException e) {
    return new PapersException(
        "Hugging Face does not know the paper "
            + id
            + (LOST_ZERO.matcher(id).matches()
                ? ".\nSince 2015 an id has five digits after the point: where this one was taken for a number"
                    + " it has lost its last zero, so try \""
                    + id
                    + "0\"."
                : ": it knows those that somebody has shared there.\nPapers.arxiv(\"id:"
                    + id
                    + "\", 1) asks arXiv."),
        e.url(),
        e.status(),
        e.attempts(),
        e);
  }

  private static ReadTable read(Answer answer) throws Trouble {
    JsonNode paper = Bodies.json(answer);
    Listing listing =
        paper.isObject() && paper.has("id") && paper.has("title")
            ? HfJson.read(paper, null, answer.fetchedAt())
            : Listing.of(List.of());
    if (listing.papers().isEmpty()) {
      throw Trouble.unusable(
          "sent JSON that is not a paper",
          "The service may have changed; a newer Broadsheet may know how.",
          null);
    }
    String name = "Paper " + listing.papers().get(0).id();
    return new ReadTable(table(PaperTable.of(name, listing.papers()), paper), listing.notes());
  }

  private static Table table(Table paper, @Nullable JsonNode detail) {
    for (String linked : LINKED) {
      IntColumn column = IntColumn.create(linked.toLowerCase(Locale.ROOT));
      JsonNode total = detail == null ? null : detail.path("numTotal" + linked);
      JsonNode list = detail == null ? null : detail.path("linked" + linked);
      if (total != null && total.isInt()) {
        column.append(total.intValue());
      } else if (list != null && list.isArray()) {
        column.append(list.size());
      } else {
        column.appendMissing();
      }
      paper.addColumns(column);
    }
    return paper;
  }
}
