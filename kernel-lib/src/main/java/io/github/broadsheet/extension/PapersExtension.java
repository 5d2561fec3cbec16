package io.github.broadsheet.extension;

import java.time.Clock;
import java.util.List;

/** What this library itself brings. It uses nothing that another could not. */
public final class PapersExtension implements Extension {
  /** For {@link java.util.ServiceLoader}. */
  public PapersExtension() {}

  @Override
  public List<String> imports() {
    return List.of(
        "tech.tablesaw.api.*",
        "io.github.broadsheet.*",
        "static io.github.broadsheet.Filter.*",
        "static io.github.broadsheet.Bucket.*",
        "static tech.tablesaw.api.QuerySupport.*",
        "static tech.tablesaw.aggregate.AggregateFunctions.*");
  }

  @Override
  public List<LiteralCompleter> literalCompleters() {
    return List.of(new PaperLiterals(Clock.systemUTC()));
  }
}
