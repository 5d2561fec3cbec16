package io.github.broadsheet.engine;

import java.util.List;

/** What every cell may use without an import of its own, besides what extensions import. */
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
        "import static io.github.broadsheet.display.Display.*;",
        "import static io.github.broadsheet.engine.Out.*;");
  }
}
