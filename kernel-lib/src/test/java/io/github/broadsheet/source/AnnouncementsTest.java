package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.FakeTime;
import io.github.broadsheet.http.Limits;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.http.TestServer;
import io.github.broadsheet.http.TestServer.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class AnnouncementsTest {
  private static final String ENTRY =
      """
      <entry><id>oai:arXiv.org:%1$s</id><title>Paper %1$s</title>
      <summary>arXiv:%1$s Announce Type: %2$s\s
      Abstract: An invented paper.</summary><category term="cs.CL"/>
      <published>2025-08-20T00:00:00-04:00</published>
      <arxiv:announce_type>%2$s</arxiv:announce_type>
      <dc:creator>Andr\\'e Quill, Zo\\"e M\\"uller</dc:creator></entry>""";

  private TestServer server = new TestServer((seen, number) -> Reply.ok(""));

  @AfterEach
  void close() {
    server.close();
  }

  private static String feed(String entries) {
    return """
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns="http://www.w3.org/2005/Atom"><id>http://rss.arxiv.org/atom/cs.CL</id>
        <title>cs.CL updates</title><updated>2025-08-20T04:00:19+00:00</updated>%s</feed>"""
        .formatted(entries);
  }

  private ReadTable announced(Reply reply, String... categories) {
    server.close();
    server = new TestServer((seen, number) -> reply);
    Settings settings = Settings.of(Map.of("ARXIV_FEED_ENDPOINT", server.uri().toString()));
    FakeTime time = new FakeTime("2025-08-20T12:00:00Z");
    Client client = new Client(() -> settings, Limits.USUAL, time.timing());
    return new Announcements(client).of(List.of(categories));
  }

  @Test
  void asksForACategoryInArxivsSpelling() {
    assertThat(announced(Reply.ok(feed("")), "cs.cl", "HEP-TH", "Physics.Optics").notes())
        .singleElement()
        .asString()
        .startsWith("arXiv announces nothing in cs.CL+hep-th+physics.optics today")
        .contains("cat:cs.CL");
    assertThat(server.targets()).containsExactly("/atom/cs.CL+hep-th+physics.optics");
  }

  @Test
  void tellsHowEachPaperIsAnnounced() {
    String entries =
        ENTRY.formatted("2508.00010v1", "new") + ENTRY.formatted("2501.00020v3", "replace-cross");
    ReadTable read = announced(Reply.ok(feed(entries)), "cs.CL", "cs.LG");
    Table papers = read.table();
    assertThat(read.notes()).isEmpty();
    assertThat(server.targets()).containsExactly("/atom/cs.CL+cs.LG");
    assertThat(papers.name()).isEqualTo("arXiv announcements cs.CL+cs.LG");
    assertThat(papers.columnCount()).isEqualTo(19);
    assertThat(papers.stringColumn("id").asList()).containsExactly("2508.00010", "2501.00020");
    assertThat(papers.stringColumn("announce_type").asList())
        .containsExactly("new", "replace-cross");
    assertThat(papers.stringColumn("authors").get(0)).isEqualTo("André Quill; Zoë Müller");
    assertThat(papers.stringColumn("abstract").get(0)).isEqualTo("An invented paper.");
    assertThat(papers.dateColumn("published").isMissing(0)).isTrue();
  }

  @Test
  void saysWhyAFeedIsEmpty() {
    ReadTable read = announced(Reply.ok(feed("")), "cs.CL");
    assertThat(read.table().rowCount()).isZero();
    assertThat(read.notes())
        .containsExactly(
            "arXiv announces nothing in cs.CL today (feed of 2025-08-20): there are no announcements"
                + " on Saturdays, Sundays and holidays. Papers.arxiv(\"cat:cs.CL\", 50) gives the"
                + " newest papers.");
  }

  @Test
  void refusesACategoryThatIsNoneAndExplainsArxivsRefusal() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> announced(Reply.ok(""), "../etc"))
        .withMessage("arXiv has no category \"../etc\". One is written like cs.CL, hep-th or cs.");
    PapersException refused =
        catchThrowableOfType(
            PapersException.class,
            () ->
                announced(
                    Reply.of(400, feed("").replace("cs.CL updates", "Feed error for query: cs.XX")),
                    "cs.XX"));
    assertThat(refused)
        .hasMessageContaining("Could not fetch what arXiv announced today in cs.XX")
        .hasMessageContaining("Check the category; a good one: cs.CL");
  }
}
