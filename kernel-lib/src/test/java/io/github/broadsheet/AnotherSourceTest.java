package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.broadsheet.display.Display;
import io.github.broadsheet.http.TestServer;
import io.github.broadsheet.http.TestServer.Reply;
import io.github.broadsheet.source.Source;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** The source that README.md shows, compiled from there as it stands. */
class AnotherSourceTest {
  private static final String ANSWER =
      """
      {"notes":[{"id":"aB3","forum":"aB3","content":{"title":{"value":"A\\n paper"},
      "abstract":{"value":"An invented <one>."},"authors":{"value":["Ada Quill","Bo Nib"]}}},
      {"id":"cD4","content":{"title":{"value":"  "}}},
      {"id":"eF5","content":{"title":{"value":"Another"}}}],"count":3}""";

  private final List<String> notes = new ArrayList<>();
  private final TestServer server = new TestServer((seen, number) -> Reply.ok(ANSWER));
  @TempDir private Path folder;

  @BeforeEach
  void open() {
    System.setProperty("broadsheet.openreview.endpoint", server.uri().toString());
    Display.host(
        new Display.Host() {
          @Override
          public void display(String id, Map<String, Object> bundle) {
            notes.add(String.valueOf(bundle.get("text/plain")));
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
    System.clearProperty("broadsheet.openreview.endpoint");
    server.close();
  }

  private static String readme() throws IOException {
    Path readme = Path.of(System.getProperty("broadsheet.root", "..")).resolve("README.md");
    assumeTrue(Files.exists(readme), () -> "Skipped: no " + readme);
    return Files.readString(readme);
  }

  private URLClassLoader compiled() throws IOException {
    Matcher block =
        Pattern.compile(
                "```java\n((?:(?!```).)*public final class OpenReview.*?)```", Pattern.DOTALL)
            .matcher(readme());
    assertThat(block.find()).isTrue();
    String code = block.group(1);
    assertThat(code.lines().filter(line -> !line.isBlank()).count()).isLessThanOrEqualTo(20);
    Path file = Files.writeString(folder.resolve("OpenReview.java"), code);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int result =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            file.toString());
    assertThat(result).isZero();
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, AnotherSourceTest.class.getClassLoader());
  }

  private void findsThePapers() {
    Table papers = Papers.from("openreview", "ICLR.cc/2026/Conference", 100);
    assertThat(server.targets())
        .containsExactly("/notes?content.venueid=ICLR.cc%2F2026%2FConference&limit=100");
    assertThat(papers.columnNames()).isEqualTo(Papers.sample().columnNames());
    assertThat(papers.stringColumn("id").asList())
        .containsExactly("openreview:aB3", "openreview:eF5");
    assertThat(papers.stringColumn("title").asList()).containsExactly("A paper", "Another");
    assertThat(papers.stringColumn("authors").get(0)).isEqualTo("Ada Quill; Bo Nib");
    assertThat(papers.stringColumn("abstract").isMissing(1)).isTrue();
    assertThat(papers.stringColumn("source").asList()).containsOnly("openreview");
    assertThat(notes)
        .anyMatch(note -> note.contains("1 of 3 records skipped: record 2 has no title."));
    assertThat(Papers.from("openreview", "ICLR.cc/2026/Conference", 1).rowCount()).isEqualTo(1);
  }

  @Test
  void isFoundOnTheClassPathByOneLine() throws Exception {
    try (URLClassLoader loader = compiled()) {
      Path services = Files.createDirectories(folder.resolve("META-INF/services"));
      Files.writeString(services.resolve(Source.class.getName()), "OpenReview\n");
      Thread thread = Thread.currentThread();
      ClassLoader usual = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        findsThePapers();
      } finally {
        thread.setContextClassLoader(usual);
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Papers.from("elsewhere", "x", 1))
        .withMessageStartingWith("There is no source \"elsewhere\".");
  }

  @Test
  void isUsedAsTheReadmePrintsItInOneCell() throws IOException {
    Matcher cell =
        Pattern.compile("```java\n(Papers\\.add\\(new OpenReview.*?)```", Pattern.DOTALL)
            .matcher(readme());
    assertThat(cell.find()).isTrue();
    // Only the last line of a cell, whose value is shown, may do without.
    assertThat(cell.group(1).lines().toList())
        .hasSize(2)
        .first()
        .asString()
        .matches("[^/]+;\\s+//.*");
  }

  @Test
  void isMadeKnownInACellByOneLine() throws Exception {
    try (URLClassLoader loader = compiled()) {
      Papers.add((Source) loader.loadClass("OpenReview").getConstructor().newInstance());
      findsThePapers();
    }
  }
}
