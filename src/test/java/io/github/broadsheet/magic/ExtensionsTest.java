package io.github.broadsheet.magic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.Outcome;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.engine.Transcript;
import io.github.broadsheet.extension.Literal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that brings an extension, in the class path of the cells. */
class ExtensionsTest {
  private static final String SOURCE =
      """
      package lab;
      import io.github.broadsheet.extension.*;
      import java.util.List;
      public class LabExtension implements Extension {
        public static class Words {
          public static String hello() { return "hello"; }

        }
        public static class Greeter implements io.github.broadsheet.display.Renderer {
          public java.util.Map<String, Object> render(Object value) {
            return value instanceof java.util.UUID ? java.util.Map.of("text/plain", "a UUID") : null;
          }
        }
        public List<String> imports() {
          return List.of("static lab.LabExtension.Words.*", "nowhere.*");
        }
        public List<LiteralCompleter> literalCompleters() {
          return List.of(l -> List.of(new LiteralCompleter.Suggestion(l.typed() + "!", "lab")));
        }
        public void beforeCell(CellEvent cell) { System.out.print("<" + cell.number()); }
        public void afterCell(CellEvent cell) {
          System.out.print(cell.failed() + ">");
          if (cell.code().equals("3")) throw new IllegalStateException("no");
        }
      }
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void bringsImportsCompletersAndWorkAroundCells() throws IOException {
    Path jar = Jar.classes(folder, "lab.LabExtension", SOURCE);
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("io.github.broadsheet.extension.Extension"),
        "lab.LabExtension\nlab.Missing\n");
    Files.writeString(
        services.resolve("io.github.broadsheet.display.Renderer"), "lab.LabExtension$Greeter\n");
    try (Session session = Session.open()) {
      Evaluator evaluator = new Evaluator(session);
      Transcript io = new Transcript();
      evaluator.evaluate(new Cell(1, "%jars " + jar), io);
      assertThat(io.err()).contains("lab.Missing").contains("import nowhere.*;");
      Transcript next = new Transcript();
      Outcome outcome = evaluator.evaluate(new Cell(2, "hello()"), next);
      assertThat(((Outcome.Done) outcome).bundle()).containsEntry("text/plain", "hello");
      assertThat(next.out()).isEqualTo("<2false>");
      Outcome rendered = evaluator.evaluate(new Cell(2, "UUID.randomUUID()"), new Transcript());
      assertThat(((Outcome.Done) rendered).bundle()).containsEntry("text/plain", "a UUID");
      Transcript failing = new Transcript();
      evaluator.evaluate(new Cell(3, "1 / 0"), failing);
      assertThat(failing.out()).isEqualTo("<3true>");
      Transcript badly = new Transcript();
      assertThat(evaluator.evaluate(new Cell(4, "3"), badly)).isInstanceOf(Outcome.Done.class);
      assertThat(badly.err()).contains("lab.LabExtension.afterCell failed").contains("no");
      Literal literal = new Literal("T", "m", "p", "ab", List.of());
      assertThat(session.literalCompleters())
          .anySatisfy(
              c -> assertThat(c.suggest(literal)).extracting("text").containsExactly("ab!"));
    }
  }
}
