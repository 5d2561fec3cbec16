package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Script;
import io.github.broadsheet.http.TestServer.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in the shapes of {@code oaipmh.arxiv.org/oai} as rewritten in 2025. */
class HarvestTest {
  private static final LocalDate FROM = LocalDate.of(2025, 8, 10);
  private static final LocalDate TO = LocalDate.of(2025, 9, 20);

  @TempDir private Path folder;

  private static String record(String id) {
    return """
        <record><header><identifier>oai:arXiv.org:%1$s</identifier><datestamp>2025-08-11</datestamp>
        <setSpec>cs:cs:CL</setSpec></header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">
        <id>%1$s</id><created>2025-07-30</created><updated>2025-08-11</updated><authors>
        <author><keyname>Quill</keyname><forenames>Ada</forenames><affiliation>Ink</affiliation></author>
        <author><keyname>Nib</keyname><forenames>Bo</forenames><suffix>Jr</suffix></author></authors>
        <title>Paper
          %1$s</title><categories>cs.CL cs.LG</categories><abstract>  An invented paper.
        </abstract></arXiv></metadata></record>"""
        .formatted(id);
  }

  private static Reply answer(String records, String token) {
    return Reply.ok(
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2025-10-29T12:00:00Z</responseDate>
        <request verb="ListRecords">http://oaipmh.arxiv.org/oai</request>
        <ListRecords>%s<resumptionToken>%s</resumptionToken></ListRecords></OAI-PMH>"""
            .formatted(records, token));
  }

  private static Reply error(String code) {
    return Reply.ok(
        "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><error code=\"%s\">No</error></OAI-PMH>"
            .formatted(code));
  }

  /** August has three answers, September one. */
  private static Reply arxiv(Seen seen) {
    Map<String, String> query = FakeHub.query(seen.target());
    if (query.containsKey("resumptionToken")) {
      return switch (query.getOrDefault("resumptionToken", "")) {
        case "a|2" -> answer(record("2508.00020") + record("2508.00021"), "a|3");
        case "a|3" -> answer(record("hep-th/9901001"), "");
        default -> error("badResumptionToken");
      };
    }
    return "2025-08-10".equals(query.get("from"))
        ? answer(
            record("2508.00010")
                + "<record><header status=\"deleted\"><identifier>oai:arXiv.org:2508.00011</identifier></header></record>",
            "a|2")
        : answer(record("2509.00010") + record("2508.00010"), "");
  }

  private Listing harvest(Loopback there) {
    return new Harvest(there.client, there.time, folder).of("cs.CL", FROM, TO);
  }

  private static Set<String> ids(Listing listing) {
    Set<String> ids = new TreeSet<>();
    listing.papers().forEach(paper -> ids.add(paper.id()));
    return ids;
  }

  private static final Set<String> ALL =
      new TreeSet<>(
          List.of("2508.00010", "2508.00020", "2508.00021", "2509.00010", "hep-th/9901001"));

  @Test
  void copiesMonthAfterMonthAtArxivsPace() {
    try (Loopback there = new Loopback((seen, number) -> arxiv(seen))) {
      Listing harvest = harvest(there);
      assertThat(ids(harvest)).isEqualTo(ALL);
      assertThat(harvest.papers()).hasSize(5);
      assertThat(harvest.notes()).isEmpty();
      Paper paper = harvest.papers().get(0);
      assertThat(paper.title()).isEqualTo("Paper 2508.00010");
      assertThat(paper.authors()).containsExactly("Ada Quill", "Bo Nib Jr");
      assertThat(paper.published()).isEqualTo("2025-07-30");
      assertThat(paper.categories()).containsExactly("cs.CL", "cs.LG");
      assertThat(paper.abstractText()).isEqualTo("An invented paper.");
      assertThat(there.time.sleeps).containsExactly(3.0, 3.0, 3.0);
      assertThat(there.server.targets().get(0))
          .isEqualTo(
              "/oai?verb=ListRecords&metadataPrefix=arXiv&set=cs%3Acs%3ACL&from=2025-08-10&until=2025-08-31");
    }
  }

  @Test
  void asksNothingAgainThatIsOver() {
    try (Loopback there = new Loopback((seen, number) -> arxiv(seen))) {
      harvest(there);
      assertThat(ids(harvest(there))).isEqualTo(ALL);
      assertThat(there.server.seen()).hasSize(4);
    }
  }

  @Test
  void goesOnWhereItWasInterruptedWhereverThatWas() {
    for (int broken = 0; broken < 4; broken++) {
      Path own = folder.resolve("at" + broken);
      int at = broken;
      List<String> asked = new ArrayList<>();
      Script breaking =
          (seen, number) -> {
            asked.add(seen.target());
            return number == at ? Reply.of(404, "gone") : arxiv(seen);
          };
      try (Loopback there = new Loopback(breaking)) {
        Harvest harvest = new Harvest(there.client, there.time, own);
        assertThat(catchThrowableOfType(PapersException.class, () -> harvest.of("cs.CL", FROM, TO)))
            .isNotNull();
        assertThat(ids(harvest.of("cs.CL", FROM, TO))).isEqualTo(ALL);
        // What failed is the only thing asked twice.
        assertThat(asked).hasSize(5);
        assertThat(Set.copyOf(asked)).hasSize(4);
      }
    }
  }

  @Test
  void beginsAMonthAnewWhenItsMarkHoldsNoMore() {
    List<String> tokens = new ArrayList<>();
    try (Loopback there =
        new Loopback(
            (seen, number) -> {
              tokens.add(String.valueOf(FakeHub.query(seen.target()).get("resumptionToken")));
              return number == 1 ? error("badResumptionToken") : arxiv(seen);
            })) {
      assertThat(ids(harvest(there))).isEqualTo(ALL);
      assertThat(tokens).containsExactly("null", "a|2", "null", "a|2", "a|3", "null");
    }
  }

  @Test
  void asksOnceForWhatTwoCellsWantAtTheSameTime() throws Exception {
    try (Loopback there = new Loopback((seen, number) -> arxiv(seen).after(100))) {
      Callable<Set<String>> cell = () -> ids(harvest(there));
      ExecutorService cells = Executors.newFixedThreadPool(2);
      try {
        for (Future<Set<String>> done : cells.invokeAll(List.of(cell, cell))) {
          assertThat(done.get()).isEqualTo(ALL);
        }
      } finally {
        cells.shutdownNow();
      }
      assertThat(there.server.seen()).hasSize(4);
    }
  }

  @Test
  void endsWhenTheMarkDoesNotMoveOn() {
    try (Loopback there = new Loopback((seen, number) -> answer(record("2508.00010"), "a|2"))) {
      assertThat(catchThrowableOfType(PapersException.class, () -> harvest(there)))
          .hasMessageStartingWith("arXiv gives the same answer of the harvest of cs:cs:CL");
      assertThat(there.server.seen()).hasSize(2);
    }
  }

  @Test
  void saysWhereItCannotKeepWhatComes() throws IOException {
    Path taken = Files.createFile(folder.resolve("taken"));
    try (Loopback there = new Loopback((seen, number) -> arxiv(seen))) {
      Harvest harvest = new Harvest(there.client, there.time, taken);
      assertThat(catchThrowableOfType(PapersException.class, () -> harvest.of("cs.CL", FROM, TO)))
          .hasMessageStartingWith("The harvest cannot be kept in " + taken);
    }
  }

  @Test
  void givesNothingForNothingAndSaysWhatGoesWrong() {
    try (Loopback there = new Loopback((seen, number) -> error("noRecordsMatch"))) {
      Listing none = harvest(there);
      assertThat(none.papers()).isEmpty();
      assertThat(none.notes().get(0)).startsWith("arXiv changed nothing in cs.CL from 2025-08-10");
    }
  }

  @Test
  void explainsARefusalAndBrokenXml() {
    try (Loopback there = new Loopback((seen, number) -> error("badArgument"))) {
      assertThat(catchThrowableOfType(PapersException.class, () -> harvest(there)))
          .hasMessageContaining("refused the harvest (badArgument), \"No\"")
          .hasMessageContaining("Tried once");
    }
    Reply cut = answer(record("2508.00010"), "a|2");
    String half = new String(cut.body(), StandardCharsets.UTF_8).substring(0, 500);
    try (Loopback there =
        new Loopback((seen, number) -> number == 0 ? Reply.ok(half) : arxiv(seen))) {
      assertThat(ids(harvest(there))).isEqualTo(ALL);
    }
  }

  @Test
  void knowsArxivsNamesOfSets() {
    assertThat(Harvest.set("cs")).isEqualTo("cs");
    assertThat(Harvest.set("cs.CL")).isEqualTo("cs:cs:CL");
    assertThat(Harvest.set("CS.cl")).isEqualTo("cs:cs:CL");
    assertThat(Harvest.set("hep-th")).isEqualTo("physics:hep-th");
    assertThat(Harvest.set("astro-ph.CO")).isEqualTo("physics:astro-ph:CO");
    assertThat(Harvest.set("physics.optics")).isEqualTo("physics:physics:optics");
    assertThat(Harvest.set("q-bio.NC")).isEqualTo("q-bio:q-bio:NC");
    assertThat(Harvest.set("physics:hep-th")).isEqualTo("physics:hep-th");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Harvest.set("computers"))
        .withMessage(
            "arXiv has no set \"computers\". One is a category or an archive: \"cs.CL\", \"cs\","
                + " \"hep-th\".");
  }
}
