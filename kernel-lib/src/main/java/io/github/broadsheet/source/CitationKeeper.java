package io.github.broadsheet.source;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who keeps counts of citations, so that they need not be asked again at once. */
public interface CitationKeeper {
  /** Keeps nothing. */
  CitationKeeper NONE =
      new CitationKeeper() {
        @Override
        public Map<String, Count> citations(Collection<String> ids, Instant since) {
          return Map.of();
        }

        @Override
        public void keep(Map<String, Count> counts, Instant seen) {}
      };

  /** How often a paper is cited; null is what the service does not say. */
  record Count(@Nullable Integer citations, @Nullable Integer influential) {
    /** Of a paper the service does not know. */
    static final Count UNKNOWN = new Count(null, null);
  }

  /** What was seen since then of these papers, by arXiv id. */
  Map<String, Count> citations(Collection<String> ids, Instant since);

  /** Takes counts just fetched. */
  void keep(Map<String, Count> counts, Instant seen);
}
