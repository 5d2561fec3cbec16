package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.source.LoadLog;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest extends Cells {
  @Test
  void allStartupImportsAreThere() {
    assertThat(session.scope().imports())
        .startsWith(StartupImports.statements().toArray(new String[0]))
        .contains(
            "import io.github.broadsheet.*;", "import static tech.tablesaw.api.QuerySupport.*;");
  }

  /** Only then can a name be looked for in one package and not in the others. */
  @Test
  void noTwoStartupImportsBringTheSameClass() throws IOException, ClassNotFoundException {
    var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    Map<String, String> from = new HashMap<>();
    List<String> packages = new ArrayList<>(List.of("java.lang"));
    for (String statement : session.scope().imports()) {
      Matcher whole = Pattern.compile("import ([a-z.]+)\\.\\*;").matcher(statement);
      if (whole.matches() && !packages.contains(whole.group(1))) {
        packages.add(whole.group(1));
      }
    }
    assertThat(packages).contains("java.nio.file", "tech.tablesaw.api", "io.github.broadsheet");
    for (String each : packages) {
      var place =
          each.startsWith("java.")
              ? files.getLocationForModule(StandardLocation.SYSTEM_MODULES, "java.base")
              : StandardLocation.CLASS_PATH;
      int known = from.size();
      for (var file : files.list(place, each, Set.of(Kind.CLASS), false)) {
        String whole = files.inferBinaryName(place, file);
        String name = whole.substring(each.length() + 1);
        var type = Class.forName(whole, false, getClass().getClassLoader());
        if (!name.contains("$") && Modifier.isPublic(type.getModifiers())) {
          assertThat(from.put(name, each)).as(name + " of " + each).isNull();
        }
      }
      assertThat(from.size()).isGreaterThan(known);
    }
  }

  @Test
  void theWordsOfAListingWorkTogether() {
    value(
        "var papers = Table.create(\"papers\", StringColumn.create(\"title\", \"tool agents\"),"
            + " StringColumn.create(\"abstract\", \"\"),"
            + " StringColumn.create(\"organization\", \"Meta\"),"
            + " StringColumn.create(\"code_url\", \"https://x.org\"),"
            + " IntColumn.create(\"upvotes\", new int[] {30}),"
            + " DateColumn.create(\"published\", LocalDate.parse(\"2025-03-03\")),"
            + " DateColumn.create(\"listed\", LocalDate.parse(\"2025-03-03\")))");
    assertThat(value("papers.where(about(\"agent\").and(upvoted(20)).and(withCode())).rowCount()"))
        .isEqualTo("1");
    assertThat(value("papers.where(not(from(\"Meta\"))).rowCount()")).isEqualTo("0");
    assertThat(
            value(
                "papers.where(date(\"published\").isAfter(LocalDate.parse(\"2025-01-01\")))"
                    + ".rowCount()"))
        .isEqualTo("1");
    assertThat(value("papers.where(both(upvoted(1), num(\"upvotes\").isLessThan(99))).rowCount()"))
        .isEqualTo("1");
    assertThat(
            value("papers.summarize(\"upvotes\", mean, count).by(\"organization\").columnNames()"))
        .isEqualTo("[organization, Mean [upvotes], Count [upvotes]]");
    assertThat(value("List.of(MONTH, WEEK)")).isEqualTo("[MONTH, WEEK]");
    assertThat(value("Path.of(\"a\").resolve(\"b\").getNameCount()")).isEqualTo("2");
  }

  @Test
  void warmingLeavesNothingBehind() {
    int before = session.scope().variables().size();
    LoadLog.clear();
    session.warmTables();
    session.warmDeclarations();
    session.warm();
    assertThat(LoadLog.all()).isEmpty();
    run("int warm = 1;");
    assertThat(session.scope().variables()).hasSize(before + 1);
  }

  @Test
  void theScopeTellsWhatIsDeclared() {
    run(
        "import java.util.regex.*;\nint number = 7;\nvar task = new Runnable() { public void run()"
            + " {} };\nint half(int n) { return n / 2; }\nrecord Pair(int a, int b) {}\n"
            + "var pairs = List.of(new Pair(1, 2));");
    var scope = session.scope();
    assertThat(scope.imports()).contains("import java.util.regex.*;");
    assertThat(scope.methods()).contains("int half(int n) { return n / 2; }");
    assertThat(scope.types()).contains("record Pair(int a, int b) {}");
    assertThat(scope.variables())
        .anySatisfy(
            v -> {
              assertThat(v.name()).isEqualTo("number");
              assertThat(v.type()).isEqualTo("int");
              assertThat(v.value().get()).isEqualTo(7);
            })
        .anySatisfy(
            v -> {
              assertThat(v.name()).isEqualTo("task");
              assertThat(v.type()).isEqualTo("java.lang.Runnable");
            })
        .anySatisfy(
            v -> {
              assertThat(v.name()).isEqualTo("pairs");
              assertThat(v.type()).isEqualTo("List<Pair>");
            });
  }

  @Test
  void aFolderOnTheClassPathIsSeenByTheCellsThatFollow(@TempDir Path folder) throws Exception {
    Path source =
        Files.writeString(folder.resolve("Extra.java"), "package more; public class Extra {}");
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-d", folder.toString(), source.toString());
    value("int kept = 3;");
    session.addToClassPath(List.of(folder));
    assertThat(value("new more.Extra().getClass().getName() + kept")).isEqualTo("more.Extra3");
    assertThat(session.scope().classPath()).contains(folder);
  }
}
