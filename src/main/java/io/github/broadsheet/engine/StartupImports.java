package io.github.broadsheet.engine;

import java.util.List;

/** What every cell may use without an import of its own. */
final class StartupImports {
  private StartupImports() {}

  static List<String> statements() {
    return List.of(
        "import java.util.*;",
        "import java.util.stream.*;",
        "import java.util.function.*;",
        "import java.time.*;",
        "import java.io.*;",
        "import java.nio.file.*;",
        "import java.math.*;",
        "import tech.tablesaw.api.*;",
        "import io.github.broadsheet.*;",
        "import static io.github.broadsheet.Filter.*;",
        "import static io.github.broadsheet.Bucket.*;",
        "import static tech.tablesaw.api.QuerySupport.*;",
        "import static tech.tablesaw.aggregate.AggregateFunctions.*;",
        "import static io.github.broadsheet.display.Display.*;",
        "import static io.github.broadsheet.engine.Out.*;");
  }
}
