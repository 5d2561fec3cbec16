package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Scope;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A session in the middle of its work, and cells in which {@code |} is the cursor. */
final class Notebook implements AutoCloseable {
  private static final List<Path> CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .toList();

  final Table papers =
      Table.create(
          "papers",
          StringColumn.create("title", "A", "B", "C"),
          StringColumn.create("authors", "Ann Lee; Bo Ray", "Bo Ray", "Cy \"C\" Fox"),
          StringColumn.create("organization", "Uni", "Lab", "Lab"),
          StringColumn.create("categories", "cs.CL; cs.AI", "cs.CL", "cs.LG"),
          StringColumn.create("keywords", "agents", "agents; memory", ""),
          IntColumn.create("upvotes", 3, 2, 1));

  final Assist assist;

  /** A session in which something was run, its types all read. */
  Notebook() {
    this(true);
  }

  /** The same, in its first second: whose types are still being read. */
  static Notebook started() {
    return new Notebook(false);
  }

  private Notebook(boolean read) {
    Scope scope =
        new Scope(
            7,
            List.of(
                "import java.util.*;",
                "import java.util.function.*;",
                "import java.io.*;",
                "import tech.tablesaw.api.*;",
                "import static tech.tablesaw.api.QuerySupport.*;",
                "import static tech.tablesaw.aggregate.AggregateFunctions.*;",
                "import java.nio.file.*;",
                "import java.time.*;",
                "import io.github.broadsheet.*;",
                "import static io.github.broadsheet.Filter.*;",
                "import static io.github.broadsheet.Bucket.*;"),
            List.of(
                new Scope.Variable("papers", "Table", () -> papers),
                new Scope.Variable("name", "String", () -> "some\ntext"),
                new Scope.Variable("count", "int", () -> 3),
                new Scope.Variable("words", "List<String>", () -> List.of("a", "b")),
                new Scope.Variable("trap", "Trap", Trap::new)),
            List.of("int twice(int number) { return 2 * number; }"),
            List.of(
                "record Point(int x, int y) { int sum() { return x + y; } }",
                "class Trap { int open; static int made; void shut() {} }"),
            CLASS_PATH);
    assist = new Assist(() -> scope);
    if (read) {
      assist.awaitIndex();
    }
  }

  /** A value whose code must never run. */
  static final class Trap {
    @Override
    public String toString() {
      throw new AssertionError("the reader's code was run");
    }
  }

  List<Completion.Item> items(String cell) {
    return completion(cell).items();
  }

  List<String> texts(String cell) {
    return items(cell).stream().map(Completion.Item::text).toList();
  }

  Completion completion(String cell) {
    return assist.complete(cell.replace("|", ""), cell.indexOf('|'));
  }

  Inspection inspection(String cell) {
    return inspection(cell, 0);
  }

  Inspection inspection(String cell, int detail) {
    return assist
        .inspect(cell.replace("|", ""), cell.indexOf('|'), detail)
        .orElseThrow(() -> new AssertionError("nothing known at " + cell));
  }

  @Override
  public void close() {
    assist.close();
  }
}
