package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallCommandTest {
  @TempDir private Path prefix = Path.of("");

  @Test
  void writesAKernelspecThatStartsThisJava() throws IOException {
    Run run = install("--jvm-arg", "-Xmx4g", "--jvm-arg", "-Dshop=a b");
    assertThat(run.code()).describedAs(run.err()).isZero();
    assertThat(run.out()).contains(folder("broadsheet").toString()).contains("jupyter lab");
    JsonNode spec = spec("broadsheet");
    assertThat(spec.path("display_name").asText()).isEqualTo("Java (Broadsheet)");
    assertThat(spec.path("language").asText()).isEqualTo("java");
    assertThat(spec.path("interrupt_mode").asText()).isEqualTo("message");
    List<String> command = new ArrayList<>();
    spec.path("argv").forEach(argument -> command.add(argument.asText()));
    assertThat(Path.of(command.get(0))).isAbsolute().isExecutable();
    assertThat(command)
        .containsSequence("--add-exports", "jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED")
        .contains("-Xmx4g", "-Dshop=a b")
        .contains("-XX:CompilerDirectivesFile=" + folder("broadsheet").resolve("compilation.json"))
        .noneMatch(argument -> argument.contains("TieredStopAtLevel"))
        .endsWith("io.github.broadsheet.cli.KernelMain", "kernel", "{connection_file}");
  }

  @Test
  void bringsPicturesOfTheSizesThatJupyterAsksFor() throws IOException {
    install();
    for (int size : new int[] {32, 64}) {
      Path logo = folder("broadsheet").resolve("logo-" + size + "x" + size + ".png");
      assertThat(ImageIO.read(logo.toFile()).getWidth()).isEqualTo(size);
    }
    assertThat(folder("broadsheet").resolve("logo-svg.svg")).content().contains("<svg");
  }

  @Test
  void takesAnotherNameAndShowsIt() throws IOException {
    assertThat(install("--name", "Java-25").code()).isZero();
    assertThat(spec("java-25").path("display_name").asText())
        .isEqualTo("Java (Broadsheet) java-25");
    assertThat(folder("broadsheet")).doesNotExist();
  }

  @Test
  void refusesANameThatIsAPath() {
    Run run = install("--name", "../evil");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("\"../evil\" cannot name a kernel");
  }

  @Test
  void installsAgainOverItself() {
    assertThat(install().code()).isZero();
    assertThat(install().code()).isZero();
  }

  @Test
  void leavesTheKernelOfAnotherProgramAlone() throws IOException {
    Files.createDirectories(folder("broadsheet"));
    Path theirs =
        Files.writeString(folder("broadsheet").resolve("kernel.json"), "{\"argv\": [\"other\"]}");
    for (String command : List.of("install", "uninstall")) {
      Run run = Run.of(command, "--prefix", prefix.toString());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("kernel of another program").contains("broadsheet");
    }
    assertThat(theirs).hasContent("{\"argv\": [\"other\"]}");
    assertThat(folder("broadsheet").resolve("logo-svg.svg")).doesNotExist();
  }

  @Test
  void removesExactlyWhatItInstalled() throws IOException {
    install();
    Path note = Files.writeString(folder("broadsheet").resolve("note.txt"), "mine");
    Run run = Run.of("uninstall", "--prefix", prefix.toString());
    assertThat(run.code()).describedAs(run.err()).isZero();
    assertThat(run.out()).contains("Removed");
    assertThat(folder("broadsheet"))
        .isDirectoryContaining(note::equals)
        .isDirectoryNotContaining("glob:**kernel.json");
    Files.delete(note);
    install();
    assertThat(Run.of("uninstall", "--prefix", prefix.toString()).code()).isZero();
    assertThat(folder("broadsheet")).doesNotExist();
  }

  @Test
  void saysThatThereIsNothingToRemove() {
    Run run = Run.of("uninstall", "--prefix", prefix.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("no kernel in " + folder("broadsheet"));
  }

  private Run install(String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("install", "--no-archive", "--prefix", prefix.toString()));
    all.addAll(List.of(arguments));
    return Run.of(all.toArray(String[]::new));
  }

  private Path folder(String name) {
    return prefix.resolve("share/jupyter/kernels").resolve(name.toLowerCase(Locale.ROOT));
  }

  private JsonNode spec(String name) throws IOException {
    return new ObjectMapper().readTree(folder(name).resolve("kernel.json").toFile());
  }
}
