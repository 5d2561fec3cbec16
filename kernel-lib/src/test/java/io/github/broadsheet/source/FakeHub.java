package io.github.broadsheet.source;

import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Script;
import io.github.broadsheet.http.TestServer.Seen;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The Daily Papers with invented papers: the API, and the pages of days for people. */
public final class FakeHub implements Script {
  /** Pages no longer than this, whatever limit is asked. */
  public int pageSize = 100;

  /** Whether records say on which day they were listed, as they do since March 2025. */
  public boolean dated = true;

  /** Whether weeks and months are known, as they are since September 2025. */
  public boolean spans = true;

  private final LocalDate today;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(LocalDate day, String id, int votes) {}

  public FakeHub(String today) {
    this.today = LocalDate.parse(today);
  }

  public FakeHub list(String day, String id, int votes) {
    entries.add(new Entry(LocalDate.parse(day), id, votes));
    return this;
  }

  /** Papers with ids from {@code PREFIX.00001} on, fewer votes from one to the next. */
  public FakeHub list(String day, String prefix, int from, int to) {
    for (int i = from; i <= to; i++) {
      list(day, "%s.%05d".formatted(prefix, i), 1000 - i);
    }
    return this;
  }

  @Override
  public Reply reply(Seen seen, int number) {
    if (seen.target().startsWith("/papers/date/")) {
      return page(LocalDate.parse(seen.target().substring("/papers/date/".length())));
    }
    Map<String, String> query = query(seen.target());
    if (query.containsKey("date") && LocalDate.parse(query.get("date")).isAfter(today)) {
      return Reply.of(400, "{\"error\":\"date must not be later than today\"}");
    }
    if (!spans && (query.containsKey("week") || query.containsKey("month"))) {
      return Reply.of(400, "{\"error\":\"unknown parameter\"}");
    }
    int page = Math.min(pageSize, Integer.parseInt(query.getOrDefault("limit", "50")));
    String records =
        entries.stream()
            .filter(entry -> !entry.day().isAfter(today) && matches(entry.day(), query))
            .sorted(Comparator.comparing(Entry::day).reversed())
            .skip((long) page * Integer.parseInt(query.getOrDefault("p", "0")))
            .limit(page)
            .map(this::json)
            .collect(Collectors.joining(",", "[", "]"));
    return Reply.ok(records);
  }

  /** Of a day without a list the page shows the one before it, or else the newest. */
  private Reply page(LocalDate day) {
    List<LocalDate> days =
        entries.stream().map(Entry::day).filter(any -> !any.isAfter(today)).sorted().toList();
    if (days.isEmpty()) {
      return Reply.of(404, "");
    }
    LocalDate shown =
        days.stream()
            .filter(any -> !any.isAfter(day))
            .reduce((one, later) -> later)
            .orElse(days.get(days.size() - 1));
    String papers =
        entries.stream()
            .filter(entry -> entry.day().equals(shown))
            .map(this::json)
            .collect(Collectors.joining(","));
    String props = "{\"dateString\":\"" + shown + "\",\"dailyPapers\":[" + papers + "]}";
    return Reply.ok(
        "<!doctype html><html><body><div data-target=\"DailyPapers\" data-props=\""
            + props.replace("\"", "&quot;")
            + "\"></div></body></html>");
  }

  static Map<String, String> query(String target) {
    Map<String, String> query = new LinkedHashMap<>();
    Arrays.stream(target.substring(target.indexOf('?') + 1).split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return query;
  }

  private static boolean matches(LocalDate day, Map<String, String> query) {
    String week =
        "%d-W%02d"
            .formatted(
                day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    return query.getOrDefault("date", day.toString()).equals(day.toString())
        && query.getOrDefault("week", week).equals(week)
        && day.toString().startsWith(query.getOrDefault("month", ""));
  }

  private String json(Entry entry) {
    String listed = dated ? ",\"submittedOnDailyAt\":\"" + entry.day() + "T00:00:00.000Z\"" : "";
    return """
        {"title":"Paper %2$s","numComments":1,"paper":{"id":"%2$s","title":"Paper %2$s",
        "summary":"An invented paper.","authors":[{"name":"Ada Example"}],"upvotes":%3$d,
        "publishedAt":"2025-01-01T00:00:00.000Z"%1$s}}"""
        .formatted(listed, entry.id(), entry.votes());
  }
}
