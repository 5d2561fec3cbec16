package io.github.broadsheet.archive;

import io.github.broadsheet.source.Paper;
import io.github.broadsheet.source.PaperTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes papers, each into the one row it has. A source that knows less takes nothing away: what is
 * said last counts, what is not said stays; the first version and the first list day are the
 * earliest ever seen, and votes are those of the newest sighting, whichever source came last.
 */
final class PaperRows implements AutoCloseable {
  private static final String PUT =
      """
      INSERT INTO papers (id, title, abstract, authors, author_count, organization, published, listed,
        upvotes, comments, keywords, categories, code_url, stars, project_url, url, source, fetched_at, votes_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        published = coalesce(min(published, excluded.published), published, excluded.published),
        listed = coalesce(min(listed, excluded.listed), listed, excluded.listed),
        source = CASE WHEN 'hf' IN (source, excluded.source) THEN 'hf' ELSE $said(source) END,
        url = CASE WHEN source = 'hf' AND excluded.source <> 'hf' THEN coalesce(url, excluded.url)
          WHEN source <> 'hf' AND excluded.source = 'hf' THEN coalesce(excluded.url, url)
          ELSE $said(url) END,
        title = $said(title),
        abstract = $said(abstract),
        author_count = CASE
          WHEN $later(fetched_at) AND excluded.authors IS NOT NULL OR authors IS NULL
          THEN coalesce(excluded.author_count, author_count) ELSE coalesce(author_count, excluded.author_count) END,
        authors = $said(authors),
        organization = $said(organization),
        keywords = $said(keywords),
        categories = $said(categories),
        code_url = $said(code_url),
        stars = $said(stars),
        project_url = $said(project_url),
        upvotes = $seen(upvotes),
        comments = $seen(comments),
        fetched_at = coalesce(max(fetched_at, excluded.fetched_at), fetched_at, excluded.fetched_at),
        votes_at = coalesce(max(votes_at, excluded.votes_at), votes_at, excluded.votes_at)
      """
          .replaceAll("\\$said\\((\\w+)\\)", newest("fetched_at"))
          .replaceAll("\\$seen\\((\\w+)\\)", newest("votes_at"))
          .replaceAll("\\$later\\((\\w+)\\)", later("$1"));

  private static final String SEE =
      """
      INSERT INTO sightings (id, seen_at, upvotes, comments) VALUES (?, ?, ?, ?)
      ON CONFLICT (id, seen_at) DO NOTHING
      """;

  private final PreparedStatement put;
  private final PreparedStatement see;

  PaperRows(Connection connection) throws SQLException {
    put = connection.prepareStatement(PUT);
    see = connection.prepareStatement(SEE);
  }

  private static String later(String time) {
    return "coalesce(excluded." + time + ", '') >= coalesce(papers." + time + ", '')";
  }

  private static String newest(String time) {
    return "CASE WHEN "
        + later(time)
        + " THEN coalesce(excluded.$1, $1) ELSE coalesce($1, excluded.$1) END";
  }

  /** Writes these papers, and the votes they were seen with. */
  void put(List<Paper> papers) throws SQLException {
    for (Paper paper : papers) {
      put(paper);
    }
  }

  private void put(Paper paper) throws SQLException {
    Instant fetched = paper.fetchedAt();
    String time = fetched == null ? null : Times.text(fetched);
    boolean voted = paper.upvotes() != null || paper.comments() != null;
    int n = 0;
    put.setString(++n, paper.id());
    put.setString(++n, paper.title());
    put.setString(++n, paper.abstractText());
    put.setString(++n, PaperTable.join(paper.authors()));
    put.setObject(++n, paper.authorCount());
    put.setString(++n, paper.organization());
    put.setString(++n, text(paper.published()));
    put.setString(++n, text(paper.listed()));
    put.setObject(++n, paper.upvotes());
    put.setObject(++n, paper.comments());
    put.setString(++n, PaperTable.join(paper.keywords()));
    put.setString(++n, PaperTable.join(paper.categories()));
    put.setString(++n, paper.codeUrl());
    put.setObject(++n, paper.stars());
    put.setString(++n, paper.projectUrl());
    put.setString(++n, paper.url());
    put.setString(++n, paper.source());
    put.setString(++n, time);
    put.setString(++n, voted ? time : null);
    put.executeUpdate();
    if (voted && time != null) {
      see.setString(1, paper.id());
      see.setString(2, time);
      see.setObject(3, paper.upvotes());
      see.setObject(4, paper.comments());
      see.executeUpdate();
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  @Override
  public void close() throws SQLException {
    try (PreparedStatement first = put;
        PreparedStatement second = see) {
      // Both are closed, even if one of them fails.
    }
  }
}
