package io.github.broadsheet.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MagicCompletionTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void completesNames() {
    assertThat(texts("%ma|")).contains("%maven", "%mavenRepo").doesNotContain("%jars");
    assertThat(texts("int x = 1;\n%%ti|")).containsExactly("%%time");
    assertThat(texts("%help %ja|")).containsExactly("%jars");
  }

  @Test
  void completesCoordinatesFromTheLocalRepository() throws IOException {
    artifact("org/example/lab", "tools", "1.9.0");
    artifact("org/example/lab", "tools", "1.10.0");
    artifact("org/example/lab", "tables", "2.0");
    Files.createDirectories(folder.resolve("org/example/lab/parent/3.0")); // a pom has no jar
    assertThat(texts("%maven org.ex|"))
        .containsExactly("org.example.lab:tables:2.0", "org.example.lab:tools:1.10.0");
    assertThat(texts("%maven a:b:1 org.example.lab:to|"))
        .containsExactly("org.example.lab:tools:1.10.0");
    assertThat(texts("%maven org.example.lab:tools:|"))
        .containsExactly("org.example.lab:tools:1.10.0", "org.example.lab:tools:1.9.0");
    assertThat(texts("%maven nowhere.|")).isEmpty();
    assertThat(texts("%maven ../|")).isEmpty();
    String code = "%maven a:b:1 org.ex";
    assertThat(complete(code, code.length()).start()).isEqualTo("%maven a:b:1 ".length());
  }

  @Test
  void completesFiles() throws IOException {
    Files.createFile(folder.resolve("Tools.java"));
    Files.createFile(folder.resolve("tools.jar"));
    Files.createFile(folder.resolve("to do.java"));
    assertThat(texts("%load " + folder + "/To|"))
        .containsExactly(folder + "/Tools.java", folder + "/to do.java");
    assertThat(texts("%load \"" + folder + "/to d|")).containsExactly(folder + "/to do.java");
    assertThat(texts("%jars " + folder + "/|")).containsExactly(folder + "/tools.jar");
  }

  @Test
  void completesOptionsVariablesAndOtherNames() throws IOException {
    assertThat(texts("%cla|")).containsExactly("%classpath");
    assertThat(texts("%maven --|")).containsExactly("--help");
    assertThat(texts("%share -|")).contains("-o", "--hide-code");
    assertThat(texts("%env BROADSHEET_O|")).containsExactly("BROADSHEET_OFFLINE");
    Files.createFile(folder.resolve("week.ipynb"));
    assertThat(texts("%share " + folder + "/we|")).containsExactly(folder + "/week.ipynb");
  }

  @Test
  void explainsTheMagicAtTheCursor() {
    assertThat(MagicHelp.at("int a = 1;\n%maven a:b:1", 14).orElseThrow().plain())
        .startsWith("%maven G:A:V…");
    assertThat(MagicHelp.at("%share -o x.html", 12).orElseThrow().html())
        .contains("<code>%share [NB.ipynb]");
    assertThat(MagicHelp.at("%time name.len", 14)).isEmpty();
    assertThat(MagicHelp.at("%maven a:b:1\nname", 15)).isEmpty();
    assertThat(MagicHelp.at("%nowhere", 3)).isEmpty();
  }

  @Test
  void leavesJavaToOthers() {
    assertThat(MagicCompletion.at("name.len", 8)).isEmpty();
    assertThat(MagicCompletion.at("%time name.len", 14)).isEmpty();
    assertThat(MagicCompletion.at("%maven a:b:1\nname.len", 20)).isEmpty();
  }

  private void artifact(String group, String name, String version) throws IOException {
    Path home = folder.resolve(group).resolve(name).resolve(version);
    Files.createDirectories(home);
    Files.createFile(home.resolve(name + "-" + version + ".jar"));
  }

  private List<String> texts(String cell) {
    return complete(cell.replace("|", ""), cell.indexOf('|')).items().stream()
        .map(MagicCompletion.Item::name)
        .toList();
  }

  private MagicCompletion complete(String code, int cursor) {
    return MagicCompletion.at(code, cursor, new MavenSettings(null, folder)).orElseThrow();
  }
}
