package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void saysNothingOfANotebookThatCompiles() throws IOException {
    Run run =
        check(
            new NotebookText()
                .text("# Words")
                .code(
                    "var words = new ArrayList<String>();\nint twice(int n) { return n * factor(); }")
                .code(
                    "words.add(\"😀\");\nvar sizes = words.stream().map(w -> twice(w.length())).toList();")
                .code("int factor() { return 2; }\nrecord Pair(String a, int b) {}")
                .code(
                    "var pair = new Pair(words.get(0), sizes.get(0));\nvar other = new Object() { int n = 1; };")
                .code(
                    "pair.b() + sizes.get(0);\nPapers.sample().where(about(\"agent\").and(upvoted(3)))")
                .code("%%bash\nls (")
                .code("%time words.sort(null)\n"));
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEqualTo("no problems in 1 notebook.\n");
  }

  @Test
  void namesFileCellLineAndColumnOfEachProblemAndRunsNothing() throws IOException {
    Path trace = folder.resolve("trace");
    NotebookText notebook =
        new NotebookText()
            .code("var n = 1;\nFiles.createFile(Path.of(\"" + trace + "\"));")
            .text("between")
            .code("")
            .code("String s = \"😀😀\"; int x = \"text\";\nn.foo();")
            .code("int later() { return never(); }")
            .code("s.length() + x")
            .code("/* open");
    String file = notebook.in(folder);
    Run run = Run.of("check", file);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out().lines())
        .containsExactly(
            file + ":2:1:26: incompatible types: String cannot be converted to int",
            file + ":2:2:1: int cannot be dereferenced",
            file + ":3:1:22: cannot find symbol (method never())",
            file + ":5:1:1: this comment has no end: */ closes it");
    assertThat(run.err()).isEqualTo("4 problems in 1 notebook.\n");
    assertThat(trace).doesNotExist();
  }

  @Test
  void oneMistakeIsToldOnceNotInEveryCellAfterIt() throws IOException {
    Run run =
        check(
            NotebookText.of(
                "var t = undefined();", "t.rowCount()", "var u = t.first(3);\nu.name()"));
    assertThat(run.out().lines()).hasSize(1).first().asString().contains(":1:1:9: ");
  }

  @Test
  void checksMagicsAndTheFilesTheyLoad() throws IOException {
    Files.writeString(
        folder.resolve("Tools.java"), "package a.b;\nclass Tools { int one() { return \"1\"; } }");
    Run run =
        check(
            NotebookText.of(
                "%mavn a:b:1",
                "%load " + folder.resolve("Tools.java") + "\nnew Tools().one() + 1",
                "%load nowhere.java",
                "%time int late = \"x\";",
                "late + 1"));
    assertThat(run.out())
        .contains(
            ":1:1:1: there is no magic %mavn. Did you mean %maven?",
            ":2:1:1: Tools.java, line 2, column 34: incompatible types",
            ":3:1:1: there is no file ",
            ":4:1:18: incompatible types");
    assertThat(run.out().lines()).hasSize(4);
  }

  @Test
  void saysWhichJarsAreNotHereAndBlamesNobodyForIt() throws IOException {
    Run run =
        check(
            NotebookText.of(
                "%maven org.example.nowhere:nothing:9.9\nimport org.example.nowhere.Thing;",
                "Thing.of(1).run();\nint x = \"s\";"));
    assertThat(run.out().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains(":2:2:9: incompatible types");
    assertThat(run.err())
        .contains("%maven org.example.nowhere:nothing:9.9", "not in the local Maven repository");
  }

  @Test
  void passesOverACellThatIsMeantToFail() throws IOException {
    Run run = check(new NotebookText().code("int x = \"s\";", "raises-exception").code("1 + 1"));
    assertThat(run.code()).isZero();
  }

  @Test
  void refusesWhatIsNoJavaNotebook() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.ipynb"), "{\"cells\": [");
    Run unreadable = Run.of("check", broken.toString());
    assertThat(unreadable.code()).isEqualTo(2);
    assertThat(unreadable.err()).contains(broken.toString());
    Run python = check(NotebookText.of("print('x')").language("python"));
    assertThat(python.code()).isEqualTo(2);
    assertThat(python.err()).contains("language python");
    assertThat(Run.of("check").code()).isEqualTo(2);
    assertThat(Run.of("check", folder.resolve("none.ipynb").toString()).err())
        .contains("There is no file");
  }

  private Run check(NotebookText notebook) throws IOException {
    return Run.of("check", notebook.in(folder));
  }
}
