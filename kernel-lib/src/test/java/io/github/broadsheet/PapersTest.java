package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.broadsheet.display.Display;
import io.github.broadsheet.http.TestServer;
import io.github.broadsheet.http.TestServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What a reader types, on the real clock, against a server that has a list every day. */
class PapersTest {
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final List<String> notes = new ArrayList<>();
  @TempDir private Path home;
  private final TestServer server = new TestServer((seen, number) -> reply(seen.target()));

  private Reply reply(String target) {
    if (target.contains("/api/query")) {
      return Reply.ok("<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>");
    }
    boolean first = target.endsWith("p=0") || target.contains("search");
    String day = target.replaceAll(".*date=([0-9-]{10}).*", "$1");
    return Reply.ok(
        first && !day.startsWith("2025-01")
            ? "[{\"paper\":{\"id\":\"2510.00010\",\"title\":\"A </script> title\",\"upvotes\":7}}]"
            : "[]");
  }

  @BeforeEach
  void open() {
    System.setProperty("broadsheet.hf.endpoint", server.uri().toString());
    System.setProperty("broadsheet.arxiv.endpoint", server.uri().toString());
    System.setProperty("broadsheet.home", home.toString());
    Display.host(
        new Display.Host() {
          @Override
          public void display(String id, Map<String, Object> bundle) {
            // A slow machine sees a progress bar, too.
            if (String.valueOf(bundle.get("text/html")).contains("<small>")) {
              notes.add(String.valueOf(bundle.get("text/plain")));
            }
          }

          @Override
          public void update(String id, Map<String, Object> bundle) {}

          @Override
          public void clear(boolean wait) {}
        });
  }

  @AfterEach
  void close() {
    Display.host(null);
    System.clearProperty("broadsheet.hf.endpoint");
    System.clearProperty("broadsheet.arxiv.endpoint");
    System.clearProperty("broadsheet.home");
    System.clearProperty("broadsheet.offline");
    server.close();
  }

  @Test
  void givesTodaysList() {
    Table papers = Papers.today();
    assertThat(papers.name()).isEqualTo("Daily Papers " + today);
    assertThat(papers.stringColumn("id").asList()).containsExactly("2510.00010");
    assertThat(papers.dateColumn("listed").get(0)).isEqualTo(today);
    assertThat(notes).isEmpty();
  }

  @Test
  void givesAnEmptyTableWithAllColumnsAndANoteForADayWithoutList() {
    Table papers = Papers.on("2025-01-01");
    assertThat(papers.rowCount()).isZero();
    assertThat(papers.columnNames()).isEqualTo(Papers.sample().columnNames());
    assertThat(papers.name()).isEqualTo("Daily Papers 2025-01-01");
    assertThat(notes)
        .containsExactly(
            "No Daily Papers on Wednesday 2025-01-01: no list came out that day, perhaps a holiday."
                + " The nearest list is of Tuesday 2024-12-31.");
  }

  @Test
  void namesItsTablesAfterWhatWasAsked() {
    assertThat(Papers.on(LocalDate.of(2025, 10, 29)).name()).isEqualTo("Daily Papers 2025-10-29");
    assertThat(Papers.between("2025-10-28", "2025-10-29").name())
        .isEqualTo("Daily Papers 2025-10-28 to 2025-10-29");
    assertThat(Papers.trending().name()).isEqualTo("Trending papers");
    assertThat(Papers.search(" world\n model ").name()).isEqualTo("Papers about world model");
    assertThat(Papers.sample().name()).isEqualTo("Sample of Daily Papers");
    assertThat(Papers.sample().rowCount()).isEqualTo(41);
  }

  @Test
  void asksForTheRunningMonthAndWeekUpToToday() {
    assertThat(Papers.month(YearMonth.from(today).toString()).name())
        .isEqualTo("Daily Papers " + YearMonth.from(today));
    assertThat(server.targets()).noneMatch(target -> target.contains(today.plusDays(1).toString()));
  }

  @Test
  void asksNothingForAnArgumentThatCannotBeRight() {
    LocalDate tomorrow = today.plusDays(1);
    refuses(
        () -> Papers.on(tomorrow),
        "%s is still to come: today is %s (UTC). Try Papers.on(\"%s\").",
        tomorrow,
        today,
        today);
    refuses(
        () -> Papers.between("2025-10-29", tomorrow.toString()),
        "%s is still to come: today is %s (UTC). Try Papers.between(\"2025-10-29\", \"%s\").",
        tomorrow,
        today,
        today);
    refuses(
        () -> Papers.between("2025-10-29", "2025-10-01"),
        "The range ends (2025-10-01) before it begins (2025-10-29). Try"
            + " Papers.between(\"2025-10-01\", \"2025-10-29\").");
    refuses(
        () -> Papers.month("9999-12"),
        "The month 9999-12 is still to come: today is %s (UTC). Try Papers.today().",
        today);
    refuses(
        () -> Papers.week("9999-W01"),
        "The week 9999-W01 is still to come: today is %s (UTC). Try Papers.today().",
        today);
    refuses(
        () -> Papers.on("2025-02-30"),
        "There is no day \"2025-02-30\": February 2025 has 28 days. A day is written like"
            + " \"2025-02-28\".");
    refuses(
        () -> Papers.search(" \n"), "The query has no words. Try Papers.search(\"world model\").");
    refuses(
        () -> Papers.search("agents", 0), "The number of papers must be at least 1, asked were 0.");
    refuses(
        () -> Papers.arxiv("", 10),
        "The query has no words. Try Papers.arxiv(\"cat:cs.CL AND ti:agent\", 50).");
    refuses(
        () -> Papers.arxiv("cat:cs.CL", 50_000),
        "arXiv gives at most 30000 papers of one query, asked were 50000. Split it by time: add AND"
            + " submittedDate:[202501010000 TO 202503312359], then the next quarter.");
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void staysOffTheNetworkWhenToldTo() {
    System.setProperty("broadsheet.offline", "1");
    assertThatExceptionOfType(PapersException.class)
        .isThrownBy(Papers::today)
        .withMessageContaining("BROADSHEET_OFFLINE is set, so 127.0.0.1 was not asked.");
    assertThat(server.seen()).isEmpty();
    assertThat(Papers.sample().rowCount()).isEqualTo(41);
  }

  @Test
  void saysWhenArxivFindsNothing() {
    assertThat(Papers.arxiv("ti:nothing", 5).rowCount()).isZero();
    assertThat(notes).containsExactly("arXiv found nothing for \"ti:nothing\".");
  }

  @Test
  void writesAndReadsBack(@TempDir Path folder) {
    Table sample = Papers.sample();
    for (String name : List.of("papers.csv", "papers.jsonl.gz")) {
      Papers.write(sample, folder.resolve(name));
      Table back = Papers.read(folder.resolve(name).toString());
      assertThat(back.print(100)).isEqualTo(sample.setName(back.name()).print(100));
      assertThat(back.types()).isEqualTo(sample.types());
    }
    assertThat(notes).isEmpty();
  }

  @Test
  void takesTheListDayOfAFileFromTheReader(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("2024-05-27.txt");
    Files.writeString(
        file,
        """
        [{"paper":{"id":"2405.00010","title":"A title"}},{"paper":{"id":"2405.00011"}}]""");
    for (Table papers :
        List.of(
            Papers.read(file, "2024-05-27"),
            Papers.read(file, LocalDate.of(2024, 5, 27)),
            Papers.read(file.toString(), "2024-05-27"),
            Papers.read(file.toString(), LocalDate.of(2024, 5, 27)))) {
      assertThat(papers.dateColumn("listed").asList()).containsExactly(LocalDate.of(2024, 5, 27));
    }
    assertThat(notes)
        .hasSize(4)
        .containsOnly("1 of 2 records skipped: record 2 (2405.00011) has no title.");
  }

  @Test
  void saysThatAnAddressIsNotAFile() {
    refuses(
        () -> Papers.read("https://huggingface.co/papers"),
        "This is an address, not a file. Save it first and read the file, or ask for the papers"
            + " themselves: Papers.on(\"2025-10-29\"), Papers.search(\"world model\").");
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static void refuses(ThrowingCallable call, String message, Object... parts) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message.formatted(parts));
  }
}
