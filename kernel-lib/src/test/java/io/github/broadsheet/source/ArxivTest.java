package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.FakeTime;
import io.github.broadsheet.http.Limits;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.http.TestServer;
import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.http.TestServer.Script;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class ArxivTest {
  private final FakeTime time = new FakeTime("2025-10-29T12:00:00Z");
  private TestServer server = new TestServer((seen, number) -> Reply.ok(""));

  @AfterEach
  void close() {
    server.close();
  }

  private Arxiv at(Script script) {
    server.close();
    server = new TestServer(script);
    Settings settings = Settings.of(Map.of("ARXIV_ENDPOINT", server.uri().toString()));
    return new Arxiv(new Client(() -> settings, Limits.USUAL, time.timing()));
  }

  private static String feed(int total, int start, int count) {
    return IntStream.range(start, start + count)
        .mapToObj(
            i ->
                "<entry><id>http://arxiv.org/abs/2510.%05dv1</id><title>Paper %d</title></entry>"
                    .formatted(i, i))
        .collect(
            Collectors.joining(
                "",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\""
                    + " xmlns:o=\"http://a9.com/-/spec/opensearch/1.1/\"><o:totalResults>"
                    + total
                    + "</o:totalResults>",
                "</feed>"));
  }

  /** A service with so many papers, none of its pages longer than {@code longest}. */
  private static Script papers(int total, int longest) {
    return (seen, number) -> {
      Map<String, String> query = FakeHub.query(seen.target());
      int start = Integer.parseInt(query.getOrDefault("start", ""));
      int size = Math.min(longest, Integer.parseInt(query.getOrDefault("max_results", "")));
      return Reply.ok(feed(total, start, Math.max(0, Math.min(size, total - start))));
    };
  }

  @Test
  void asksSliceAfterSliceWithThreeSecondsBetween() {
    Listing listing = at(papers(5000, 2000)).query("cat:cs.CL AND ti:\"a b\"", 2500);
    assertThat(listing.papers()).hasSize(2500);
    assertThat(listing.papers().get(2499).id()).isEqualTo("2510.02499");
    String common = "&sortBy=submittedDate&sortOrder=descending";
    String query = "/api/query?search_query=cat%3Acs.CL+AND+ti%3A%22a+b%22";
    assertThat(server.targets())
        .containsExactly(
            query + "&start=0&max_results=1000" + common,
            query + "&start=1000&max_results=1000" + common,
            query + "&start=2000&max_results=500" + common);
    assertThat(time.sleeps).containsExactly(3.0, 3.0);
  }

  @Test
  void endsWhereThePapersEndAndGoesOnAfterAShortPage() {
    Listing listing = at(papers(70, 30)).query("cat:cs.CL", 100);
    assertThat(listing.papers()).hasSize(70);
    assertThat(server.seen()).hasSize(3);
  }

  @Test
  void asksAgainWhenAPageInTheMiddleIsEmpty() {
    Script whole = papers(60, 30);
    Listing listing =
        at((seen, n) -> n == 1 ? Reply.ok(feed(60, 30, 0)) : whole.reply(seen, n))
            .query("cat:cs.CL", 100);
    assertThat(listing.papers()).hasSize(60);
    assertThat(server.seen()).hasSize(3);
  }

  @Test
  void saysSoWhenThePageStaysEmpty() {
    Arxiv arxiv = at((seen, n) -> Reply.ok(feed(60, 0, 0)));
    assertThatExceptionOfType(PapersException.class)
        .isThrownBy(() -> arxiv.query("cat:cs.CL", 100))
        .withMessageStartingWith(
            "Could not fetch the arXiv papers for \"cat:cs.CL\": 127.0.0.1 sent an empty page where"
                + " 60 papers are left.\nTried 4 times in ")
        .withMessageEndingWith(
            "arXiv does so now and then: run this again in a minute, or ask for fewer papers.");
  }

  @Test
  void givesTheWordsOfAnErrorWithStatus200AndAsksOnce() {
    String error =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/api/errors#x</id>
        <title>Error</title><summary>unbalanced parentheses</summary></entry></feed>""";
    for (int status : List.of(200, 400)) {
      Arxiv arxiv = at((seen, n) -> Reply.of(status, error));
      assertThatExceptionOfType(PapersException.class)
          .isThrownBy(() -> arxiv.query("(cat:cs.CL", 100))
          .withMessageContaining("127.0.0.1 answered 400, \"unbalanced parentheses\".\nTried once")
          .withMessageEndingWith("A good one: cat:cs.CL AND ti:\"chain of thought\"");
    }
  }

  @Test
  void warnsOfAQueryThatArxivGroupsToTheRight() {
    assertThat(notes("ti:a AND ti:b OR ti:c"))
        .containsExactly(
            "arXiv reads a AND b OR c as a AND (b OR c): put parentheses to say which you mean.");
    assertThat(notes("ti:a ANDNOT ti:b AND ti:c")).hasSize(1);
    assertThat(notes("(ti:a AND ti:b) OR ti:c")).isEmpty();
    assertThat(notes("ti:a AND ti:b AND ti:c")).isEmpty();
    assertThat(notes("ti:a ANDNOT ti:b")).isEmpty();
  }

  private List<String> notes(String query) {
    return at(papers(1, 10)).query(query, 1).notes();
  }
}
