package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.NotebookFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebook of the day, against a server that lists papers on each working day. */
class DailyNotebookTest {
  private static final String ENDPOINT = "broadsheet.hf.endpoint";
  private static final LocalDate NEWEST = LocalDate.parse("2025-10-29");
  private static final String NOTEBOOK =
      Path.of(System.getProperty("broadsheet.root", ".."))
          .resolve("notebooks/daily.ipynb")
          .toString();

  @TempDir private Path folder = Path.of("");
  private HttpServer server = HttpServer.create();

  DailyNotebookTest() throws IOException {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/daily_papers", DailyNotebookTest::list);
    server.start();
    System.setProperty(ENDPOINT, "http://127.0.0.1:" + server.getAddress().getPort());
    System.setProperty("broadsheet.home", folder.toString());
  }

  @AfterEach
  void stop() {
    System.clearProperty(ENDPOINT);
    System.clearProperty("broadsheet.home");
    server.stop(0);
  }

  @Test
  void showsTheNewestListAndTheWeeksBefore() throws IOException {
    Path executed = folder.resolve("daily.ipynb");
    Run run = Run.of("run", NOTEBOOK, "-o", executed.toString(), "-p", "weeks=2");

    assertThat(run.code()).describedAs(run.err()).isZero();
    Notebook after = NotebookFile.read(executed);
    assertThat(outputs(after, "today")).contains("On agents, paper 0 of 2025-10-29");
    assertThat(outputs(after, "mine")).contains("2 of the 4 papers listed on 2025-10-29");
    assertThat(outputs(after, "weeks")).contains("image/png", "2025-W42", "reasoning");
    assertThat(outputs(after, "who")).contains("image/png", "Lab of agents");
  }

  private static String outputs(Notebook notebook, String cell) {
    return notebook.cells().stream()
        .filter(one -> one.id().equals(cell))
        .map(NotebookCell::outputs)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  private static void list(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
            .map(part -> part.split("=", 2))
            .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    boolean more = asked.getOrDefault("p", "0").equals("0");
    byte[] body =
        new ObjectMapper()
            .writeValueAsBytes(
                more ? days(asked).flatMap(DailyNotebookTest::papers).toList() : List.of());
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Stream<LocalDate> days(Map<String, String> asked) {
    Stream<LocalDate> days;
    if (asked.containsKey("date")) {
      days = Stream.of(LocalDate.parse(asked.get("date")));
    } else if (asked.containsKey("month")) {
      YearMonth month = YearMonth.parse(asked.get("month"));
      days = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1));
    } else {
      days = NEWEST.minusDays(20).datesUntil(NEWEST.plusDays(1));
    }
    return days.filter(day -> !day.isAfter(NEWEST))
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .sorted((a, b) -> b.compareTo(a));
  }

  private static Stream<Map<String, Object>> papers(LocalDate day) {
    return IntStream.range(0, 4)
        .mapToObj(
            i -> {
              String topic = i % 2 == 0 ? "agents" : "reasoning";
              String title = "On " + topic + ", paper " + i + " of " + day;
              Map<String, Object> paper =
                  Map.of(
                      "id",
                      String.format(
                          "%02d%02d.%05d",
                          day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth() * 10 + i),
                      "title",
                      title,
                      "summary",
                      "What it says about " + topic + ".",
                      "upvotes",
                      10 - i,
                      "publishedAt",
                      day.minusDays(1) + "T10:00:00.000Z",
                      "submittedOnDailyAt",
                      day + "T08:00:00.000Z",
                      "organization",
                      Map.of("fullname", "Lab of " + topic),
                      "authors",
                      List.of(Map.of("name", "Ada Byron")));
              return Map.of("title", title, "paper", paper, "numComments", i);
            });
  }
}
