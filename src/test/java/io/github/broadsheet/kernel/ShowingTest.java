package io.github.broadsheet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.magic.Jar;
import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values whose own code fails while they are shown: it costs their cell, never the kernel. */
class ShowingTest extends KernelTestBase {
  private static final String HOSTILE =
      """
      package lab;
      import java.util.Map;
      public class Hostile {
        final String how;
        public Hostile(String how) { this.how = how; }
        Object act() {
          switch (how) {
            case "throws": throw new IllegalStateException("on purpose");
            case "overflows": return new Hostile(how).act() + "";
            case "never ends": while (true) { Thread.onSpinWait(); }
            default: throw new OutOfMemoryError("on purpose");
          }
        }
        public String toString() { return "" + act(); }
        public static class Bundle extends Hostile implements io.github.broadsheet.display.MimeBundle {
          public Bundle(String how) { super(how); }
          public Map<String, Object> mimeBundle() { return Map.of("text/plain", act()); }
        }
        public static class Drawn extends Hostile {
          public Drawn(String how) { super(how); }
          public String toString() { return "drawn"; }
        }
        public static class Renderer implements io.github.broadsheet.display.Renderer {
          public Map<String, Object> render(Object value) {
            return value instanceof Drawn d ? Map.of("text/plain", d.act()) : null;
          }
        }
      }
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void bring() throws IOException {
    Jar.classes(folder, "lab.Hostile", HOSTILE);
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    String service = io.github.broadsheet.display.Renderer.class.getName();
    Files.writeString(services.resolve(service), "lab.Hostile$Renderer");
    client.run("%jars \"" + folder + "\"\nimport lab.*;\nint keep = 42;");
  }

  @Test
  void aValueThatFailsCostsItsCell() {
    Map<String, String> errors =
        Map.of(
            "throws", "java.lang.IllegalStateException",
            "overflows", "java.lang.StackOverflowError",
            "runs out", "java.lang.OutOfMemoryError");
    errors.forEach(
        (how, error) -> {
          for (String type : List.of("Hostile", "Hostile.Bundle", "Hostile.Drawn")) {
            String made = "new " + type + "(\"" + how + "\")";
            for (String code : List.of(made, "List.of(" + made + ")", "display(" + made + ");")) {
              if (type.equals("Hostile.Drawn") && code.startsWith("List")) {
                continue; // Only its renderer fails.
              }
              Answer answer = client.run(code);
              assertThat(answer.reply().text("ename")).as(code).isEqualTo(error);
              assertThat(answer.reply().content().path("traceback").toString())
                  .as(code)
                  .hasSizeLessThan(2_000);
            }
          }
        });
    assertThat(client.run("keep").result()).isEqualTo("42");
  }

  @Test
  void aValueThatNeverEndsIsStopped() {
    for (String type : List.of("Hostile", "Hostile.Bundle", "Hostile.Drawn")) {
      for (String show : List.of("new %s(\"never ends\")", "display(new %s(\"never ends\"));")) {
        String code = String.format(show, type);
        String id = client.send(Channel.SHELL, "execute_request", cell(code));
        client.receive(m -> m.parent().equals(id) && m.type().equals("execute_input"));
        client.poll(m -> false, 200);
        client.send(Channel.CONTROL, "interrupt_request", Map.of());
        assertThat(client.await(id).reply().text("ename")).as(code).isEqualTo("Interrupted");
        assertThat(client.run("keep").result()).as(code).isEqualTo("42");
      }
    }
  }
}
