package io.github.broadsheet.archive;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.source.CitationKeeper;
import io.github.broadsheet.source.ListKeeper;
import io.github.broadsheet.source.Listing;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The archive for a listing that must not fail with it. After the first trouble nothing more is
 * asked of it and nothing given to it; what the trouble was is there to be told.
 */
public final class Shelf implements ListKeeper, CitationKeeper, AutoCloseable {
  private @Nullable Archive archive;
  private @Nullable PapersException trouble;
  private int had;
  private int kept;

  /** Opens the archive in this folder, or remembers why it cannot be. */
  public Shelf(Path home) {
    try {
      archive = Archive.open(home);
    } catch (PapersException e) {
      trouble = e;
    }
  }

  /** Why it cannot be used, or can be no longer. */
  public Optional<PapersException> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** How many days it had when asked by {@link #has}. */
  public int had() {
    return had;
  }

  /** Whether something of what was asked for is in it alone. */
  public boolean holdsSome() {
    return had + kept > 0;
  }

  /** Whether something new was kept. */
  public boolean keptSome() {
    return kept > 0;
  }

  @Override
  public boolean has(LocalDate day) {
    boolean frozen = ask(from -> from.has(day)).orElse(false);
    had += frozen ? 1 : 0;
    return frozen;
  }

  @Override
  public Optional<Boolean> listed(LocalDate day) {
    return ask(from -> from.listed(day)).flatMap(known -> known);
  }

  @Override
  public boolean keep(Lists lists) {
    return ask(to -> {
          to.keep(lists);
          kept++;
          return true;
        })
        .orElse(false);
  }

  /** Keeps papers and the votes they were seen with, if it can. */
  public void keep(Listing listing) {
    ask(
        to -> {
          to.keep(listing);
          kept += listing.papers().isEmpty() ? 0 : 1;
          return true;
        });
  }

  @Override
  public void keep(Map<String, Count> counts, Instant seen) {
    ask(
        to -> {
          to.keep(counts, seen);
          kept++;
          return true;
        });
  }

  @Override
  public Map<String, Count> citations(Collection<String> ids, Instant since) {
    return ask(from -> from.citations(ids, since)).orElse(Map.of());
  }

  /** See {@link Archive#knows}. */
  public boolean knows(LocalDate day) {
    return ask(from -> from.knows(day)).orElse(false);
  }

  /** See {@link Archive#newest}. */
  public Optional<LocalDate> newest() {
    return ask(Archive::newest).flatMap(day -> day);
  }

  /** See {@link Archive#between}; tried even after trouble, and empty if it cannot be read. */
  public Optional<Table> between(String name, LocalDate from, LocalDate to) {
    try {
      return Optional.ofNullable(archive).map(open -> open.between(name, from, to));
    } catch (PapersException e) {
      trouble = e;
      return Optional.empty();
    }
  }

  private <T> Optional<T> ask(Function<Archive, T> question) {
    if (archive == null || trouble != null) {
      return Optional.empty();
    }
    try {
      return Optional.of(question.apply(archive));
    } catch (PapersException e) {
      trouble = e;
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (archive != null) {
      archive.close();
    }
  }
}
