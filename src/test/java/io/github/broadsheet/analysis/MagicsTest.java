package io.github.broadsheet.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagicsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n% b",
        "a\n%b",
        "int r = a\n  %b;",
        "f(\n%time x\n)",
        "class A {\n%time x\n}",
        "\"\"\"\n%time x\n\"\"\"",
        "/*\n%time x\n*/",
        "// %time x",
        "a // odd or even\n  %b",
        "a % b"
      })
  void leavesJavaAlone(String cell) {
    assertThat(Magics.in(cell)).isEmpty();
    assertThat(Magics.blank(cell)).isEqualTo(cell);
  }

  @Test
  void findsALineWhereAStatementMayBegin() {
    String cell = "int a = 1;\n  %jars lib/*.jar \"x y.jar\"\nvoid f() { }\n%time  a * 2\n";
    assertThat(Magics.in(cell))
        .extracting(Magic::name, Magic::arguments)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("%jars", "lib/*.jar \"x y.jar\""),
            org.assertj.core.groups.Tuple.tuple("%time", "a * 2"));
    assertThat(Magics.blank(cell))
        .hasSameSizeAs(cell)
        .matches("int a = 1;\\n +\\nvoid f\\(\\) \\{ }\\n +a \\* 2\\n");
  }

  @Test
  void endsTheStatementBeforeAMagicThatLacksItsSemicolon() {
    assertThat(Magics.blank("import java.util.*\n%maven a:b:1\n1"))
        .isEqualTo("import java.util.*\n;           \n1");
  }

  @Test
  void takesAllBelowACellMagicUnlessThatIsJava() {
    List<Magic> shell = Magics.in("// listing\n%%bash -x\nls (\n%time");
    assertThat(shell).hasSize(1);
    assertThat(shell.get(0).body()).isEqualTo("ls (\n%time");
    assertThat(Magics.in("\n%%time\n%maven a:b:1\nf();"))
        .extracting(Magic::name)
        .containsExactly("%%time", "%maven");
  }

  @Test
  void knowsThePositionsThatAreNoJava() {
    String cell = "a;\n%env X\nb";
    assertThat(Magics.at(cell, 2)).isFalse();
    assertThat(Magics.at(cell, 3)).isTrue();
    assertThat(Magics.at(cell, 9)).isTrue();
    assertThat(Magics.at(cell, 10)).isFalse();
    assertThat(Magics.at("%%bash\nname.", 12)).isTrue();
  }

  @Test
  void leavesTheStatementThatATimeMagicIsFollowedBy() {
    assertThat(Magics.blank("%time a.b();\nc();")).isEqualTo("      a.b();\nc();");
    assertThat(Magics.blank("%time a.b()")).isEqualTo("      a.b()");
    assertThat(Magics.blank("%time a.b()\nc();")).isEqualTo(" ".repeat(11) + "\nc();");
  }
}
