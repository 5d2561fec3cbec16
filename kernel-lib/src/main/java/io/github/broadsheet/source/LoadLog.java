package io.github.broadsheet.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Which listings were loaded, for whoever must say later where data came from: a notebook that was
 * run, a page that is shared. One log for the process, as there is one session in it.
 */
public final class LoadLog {
  private static final int MOST = 500;
  private static final Map<String, Load> LOADS = new LinkedHashMap<>();

  /**
   * A listing that was loaded.
   *
   * @param name of the table, such as {@code Daily Papers 2025-10}
   * @param sources where its papers come from, each once, such as {@code hf}
   * @param asOf when its papers were fetched, at the latest; null if the source does not say
   */
  public record Load(String name, int papers, List<String> sources, @Nullable Instant asOf) {
    public Load {
      sources = List.copyOf(sources);
    }

    /** As the metadata of a notebook keeps it. */
    public Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", name);
      fields.put("papers", papers);
      fields.put("sources", sources);
      if (asOf != null) {
        fields.put("as_of", asOf.toString());
      }
      return fields;
    }
  }

  private LoadLog() {}

  /** Notes a listing; the same one loaded again takes the place of the older. */
  public static void note(Table listing) {
    Load load =
        new Load(listing.name(), listing.rowCount(), sources(listing), lastFetched(listing));
    synchronized (LOADS) {
      LOADS.remove(load.name());
      if (LOADS.size() < MOST) {
        LOADS.put(load.name(), load);
      }
    }
  }

  /** The listings loaded since {@link #clear}, in order; no more than 500. */
  public static List<Load> all() {
    synchronized (LOADS) {
      return List.copyOf(LOADS.values());
    }
  }

  /** Begins anew, for another notebook. */
  public static void clear() {
    synchronized (LOADS) {
      LOADS.clear();
    }
  }

  private static List<String> sources(Table listing) {
    List<String> sources = new ArrayList<>();
    if (listing.containsColumn("source")
        && listing.column("source") instanceof StringColumn column) {
      column.unique().removeMissing().forEach(sources::add);
      Collections.sort(sources);
    }
    return sources;
  }

  private static @Nullable Instant lastFetched(Table listing) {
    if (!listing.containsColumn("fetched_at")
        || !(listing.column("fetched_at") instanceof InstantColumn column)) {
      return null;
    }
    Instant last = null;
    for (Instant fetched : column) {
      if (fetched != null && (last == null || fetched.isAfter(last))) {
        last = fetched;
      }
    }
    return last;
  }
}
