package io.github.broadsheet.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.CellIo;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.engine.SilentIo;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code intelligence over a real session, while a cell of it is running. */
class AssistInASessionTest {
  @Test
  @Timeout(300)
  void answersWhileACellRuns() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CellIo io =
        new SilentIo() {
          @Override
          public void print(Channel channel, String text) {
            running.countDown();
          }
        };
    try (Session session = Session.open()) {
      Assist assist = new Assist(session::scope, session.analyzer());
      session.evaluate(
          new Cell(1, "String word = \"text\";\nint twice(int n) { return 2 * n; }"), io);
      session.evaluate(
          new Cell(
              2,
              "var t = tech.tablesaw.api.Table.create(tech.tablesaw.api.StringColumn.create(\"title\", \"a\"));"),
          io);
      Thread cell =
          new Thread(
              () ->
                  session.evaluate(
                      new Cell(3, "System.out.println(\"on\"); Thread.sleep(60_000);"), io));
      cell.start();
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

      assertThat(texts(assist, "word.len")).contains("length()");
      assertThat(texts(assist, "twi")).contains("twice(");
      assertThat(texts(assist, "t.column(\"ti")).containsExactly("title");
      assertThat(assist.inspect("word", 2, 0).orElseThrow().plain())
          .isEqualTo("String word\n\n= \"text\"");
      assertThat(assist.problems("word.nothing()")).hasSize(1);

      session.interrupt();
      cell.join();
    }
  }

  @Test
  void showsTheDocumentationOfWhatAnEarlierCellDeclared() {
    try (Session session = Session.open()) {
      Assist assist = new Assist(session::scope, session.analyzer());
      session.evaluate(
          new Cell(
              1,
              """
              int a = 1; // no documentation
              /**
               * Twice a number.
               * @param number any {@code int}
               */
              int twice(int number) { return 2 * number; }
              /** A <b>place</b> of the lab. */
              record Bench(String name) {
                /** Its name in capitals. */
                String loud() { return name.toUpperCase(); }
              }
              /* not this */
              int thrice(int n) { return 3 * n; }
              """),
          new SilentIo());
      assertThat(plain(assist, "twice(3)"))
          .startsWith("int twice(int number)")
          .contains("Twice a number.", "number – any int");
      assertThat(plain(assist, "Bench b = null;")).contains("record Bench", "A place of the lab.");
      assertThat(assist.inspect("new Bench(\"x\").loud()", 16, 1).orElseThrow().plain())
          .contains("Its name in capitals.", "return name.toUpperCase();");
      assertThat(plain(assist, "thrice(3)")).isEqualTo("int thrice(int n)");
      assertThat(assist.problems("twice(\"x\") + new Bench(\"y\").loud()")).hasSize(1);
      session.evaluate(new Cell(2, "int twice(int number) { return 4; }"), new SilentIo());
      assertThat(plain(assist, "twice(3)")).isEqualTo("int twice(int number)");
    }
  }

  private static String plain(Assist assist, String code) {
    return assist.inspect(code, 2, 0).orElseThrow().plain();
  }

  private static List<String> texts(Assist assist, String code) {
    return assist.complete(code, code.length()).items().stream()
        .map(Completion.Item::text)
        .toList();
  }
}
