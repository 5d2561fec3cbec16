package io.github.broadsheet.archive;

import io.github.broadsheet.source.ListKeeper.Extent;
import io.github.broadsheet.source.ListKeeper.Lists;
import io.github.broadsheet.source.Paper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes which papers were on the list of which day. A list that is fetched again takes the place
 * of the older one, but never an empty one that of one with papers.
 */
final class ListRows implements AutoCloseable {
  /** A list changes in the days after its own; after so many it is taken as it is for good. */
  private static final int CHANGING_DAYS = 14;

  /** A record that could not be read so often will not be read the next time. */
  private static final int ENOUGH_FETCHES = 3;

  private static final String FROZEN = "frozen";

  private final PreparedStatement find;
  private final PreparedStatement putDay;
  private final PreparedStatement clear;
  private final PreparedStatement put;
  private final PreparedStatement count;

  ListRows(Connection connection) throws SQLException {
    find =
        connection.prepareStatement(
            "SELECT state, papers, fetched_at, fetches FROM list_days WHERE day = ?");
    putDay =
        connection.prepareStatement(
            """
            INSERT INTO list_days (day, state, papers, fetched_at, fetches) VALUES (?, ?, 0, ?, ?)
            ON CONFLICT (day) DO UPDATE SET state = excluded.state,
              fetched_at = excluded.fetched_at, fetches = excluded.fetches
            """);
    clear = connection.prepareStatement("DELETE FROM lists WHERE day = ?");
    put =
        connection.prepareStatement(
            "INSERT INTO lists (day, id, place) VALUES (?, ?, ?) ON CONFLICT (day, id) DO NOTHING");
    count =
        connection.prepareStatement(
            "UPDATE list_days SET papers = (SELECT count(*) FROM lists WHERE lists.day ="
                + " list_days.day) WHERE day = ?");
  }

  /** What is known of a day that was fetched. */
  private record Known(String state, int papers, String fetchedAt, int fetches) {}

  boolean isFrozen(LocalDate day) throws SQLException {
    return find(day).filter(known -> known.state().equals(FROZEN)).isPresent();
  }

  boolean knows(LocalDate day) throws SQLException {
    return find(day).isPresent();
  }

  Optional<Boolean> listed(LocalDate day) throws SQLException {
    return find(day)
        .filter(known -> known.papers() > 0 || known.state().equals(FROZEN))
        .map(known -> known.papers() > 0);
  }

  /** Writes the lists; their papers are there. */
  void put(Lists lists) throws SQLException {
    Map<LocalDate, List<Paper>> byDay = new HashMap<>();
    boolean single = lists.from().equals(lists.to());
    for (Paper paper : lists.listing().papers()) {
      LocalDate listed = single ? lists.from() : paper.listed();
      if (listed != null) {
        byDay.computeIfAbsent(listed, day -> new ArrayList<>()).add(paper);
      }
    }
    for (LocalDate day : lists.from().datesUntil(lists.to().plusDays(1)).toList()) {
      put(day, byDay.getOrDefault(day, List.of()), lists);
    }
  }

  private void put(LocalDate day, List<Paper> papers, Lists lists) throws SQLException {
    Known known = find(day).orElse(new Known("", 0, "", 0));
    if (!isNews(papers, lists, known)) {
      return;
    }
    LocalDate asked = lists.asked().atZone(ZoneOffset.UTC).toLocalDate();
    boolean settled = asked.isAfter(day.plusDays(CHANGING_DAYS));
    // What was only begun says nothing of what cannot be read.
    int fetches = known.fetches() + (lists.extent() == Extent.BEGUN ? 0 : 1);
    boolean whole = lists.whole() || fetches >= ENOUGH_FETCHES;
    putDay.setString(1, day.toString());
    putDay.setString(2, !whole ? "partial" : settled ? FROZEN : "complete");
    putDay.setString(3, Times.text(lists.asked()));
    putDay.setInt(4, fetches);
    putDay.executeUpdate();
    if (lists.whole()) {
      clear.setString(1, day.toString());
      clear.executeUpdate();
    }
    for (int place = 0; place < papers.size(); place++) {
      put.setString(1, day.toString());
      put.setString(2, papers.get(place).id());
      put.setInt(3, place + 1);
      put.executeUpdate();
    }
    count.setString(1, day.toString());
    count.executeUpdate();
  }

  private static boolean isNews(List<Paper> papers, Lists lists, Known known) {
    boolean older = Times.text(lists.asked()).compareTo(known.fetchedAt()) < 0;
    boolean less = !lists.whole() && (papers.isEmpty() || known.state().equals(FROZEN));
    return !older && !less && !(papers.isEmpty() && known.papers() > 0);
  }

  private Optional<Known> find(LocalDate day) throws SQLException {
    find.setString(1, day.toString());
    try (ResultSet row = find.executeQuery()) {
      return row.next()
          ? Optional.of(new Known(row.getString(1), row.getInt(2), row.getString(3), row.getInt(4)))
          : Optional.empty();
    }
  }

  @Override
  public void close() throws SQLException {
    try (PreparedStatement a = find;
        PreparedStatement b = putDay;
        PreparedStatement c = clear;
        PreparedStatement d = put;
        PreparedStatement e = count) {
      // All are closed, even if one of them fails.
    }
  }
}
