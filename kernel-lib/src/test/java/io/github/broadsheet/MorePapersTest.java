package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.broadsheet.http.TestServer;
import io.github.broadsheet.http.TestServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The words as a reader types them, each against a server that knows one paper. */
class MorePapersTest {
  private static final List<String> SERVICES =
      List.of("hf", "arxiv", "arxiv.feed", "arxiv.oai", "s2", "openalex");

  @TempDir private Path home;

  private final TestServer server = new TestServer((seen, number) -> reply(seen.target()));

  private static Reply reply(String target) {
    String paper = "{\"id\":\"2510.00010\",\"title\":\"A paper\",\"upvotes\":7}";
    if (target.startsWith("/api/papers/search")) {
      return Reply.ok("[{\"paper\":" + paper + "}]");
    }
    if (target.startsWith("/api/papers/")) {
      return Reply.ok(paper.replace("}", ",\"numTotalModels\":3}"));
    }
    if (target.startsWith("/api/daily_papers")) {
      return Reply.ok(target.contains("p=0") ? "[{\"paper\":" + paper + "}]" : "[]");
    }
    if (target.startsWith("/atom") || target.startsWith("/api/query")) {
      return Reply.ok(
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><totalResults>1</totalResults><entry><id>http://arxiv.org/abs/2510.00010v1</id>"
              + "<title>A paper</title></entry></feed>");
    }
    if (target.startsWith("/oai")) {
      return Reply.ok(
          "<OAI-PMH><ListRecords><record><header/><metadata><arXiv><id>2510.00010</id>"
              + "<title>A paper</title></arXiv></metadata></record></ListRecords></OAI-PMH>");
    }
    return target.startsWith("/graph")
        ? Reply.ok("[{\"citationCount\":5,\"influentialCitationCount\":1}]")
        : Reply.ok("{\"group_by\":[{\"key\":\"2024\",\"count\":9}]}");
  }

  @BeforeEach
  void open() {
    System.setProperty("broadsheet.home", home.toString());
    SERVICES.forEach(
        name -> System.setProperty("broadsheet." + name + ".endpoint", server.uri().toString()));
  }

  @AfterEach
  void close() {
    System.clearProperty("broadsheet.home");
    SERVICES.forEach(name -> System.clearProperty("broadsheet." + name + ".endpoint"));
    server.close();
  }

  @Test
  void asksOneServiceEach() {
    assertThat(Papers.paper("2510.00010").intColumn("models").get(0)).isEqualTo(3);
    assertThat(Papers.submittedBy("akhaliq", 5).name()).isEqualTo("Papers submitted by akhaliq");
    assertThat(Papers.announced("cs.CL").columnNames()).endsWith("announce_type");
    Table mine = Table.create("mine", StringColumn.create("id", "2510.00010"));
    assertThat(Papers.citations(mine).intColumn("citations").get(0)).isEqualTo(5);
    assertThat(Trend.openAlex("agent").table().rowCount()).isEqualTo(30);
  }

  @Test
  void putsWhateverAServiceTellsOfIntoTheArchive() {
    List<Runnable> words =
        List.of(
            () -> Papers.paper("2510.00010"),
            () -> Papers.submittedBy("akhaliq", 5),
            () -> Papers.announced("cs.LG"),
            () -> Papers.harvest("cs.CL", "2025-10-01", "2025-10-02"),
            () -> Papers.arxiv("ti:ink", 5),
            () -> Papers.search("ink", 5),
            Papers::trending);
    for (int i = 0; i < words.size(); i++) {
      System.setProperty("broadsheet.home", home.resolve(String.valueOf(i)).toString());
      words.get(i).run();
      assertThat(Papers.archive().stringColumn("id").asList()).as("word " + i).isNotEmpty();
    }
  }

  @Test
  void keepsAHarvestInTheFolderOfTheReader() {
    Table harvest = Papers.harvest("cs.CL", "2025-10-01", "2025-10-02");
    assertThat(harvest.name()).isEqualTo("arXiv harvest cs.CL 2025-10-01 to 2025-10-02");
    assertThat(harvest.stringColumn("id").asList()).containsExactly("2510.00010");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Papers.harvest("cs.CL", "2025-10-02", "2025-10-01"))
        .withMessageEndingWith("Try Papers.harvest(\"cs.CL\", \"2025-10-01\", \"2025-10-02\").");
  }

  @Test
  void readsWhatAFilterChoosesOfAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("two.csv");
    Files.writeString(file, "id,title,categories\n2510.00010,One,cs.CL\n2510.00020,Two,cs.LG\n");
    assertThat(Papers.read(file, Filter.in("cs.LG")).stringColumn("title").asList())
        .containsExactly("Two");
  }
}
