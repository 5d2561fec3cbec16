package io.github.broadsheet.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Who keeps the lists that were fetched, so that they need not be asked again. */
public interface ListKeeper {
  /** Keeps nothing. */
  ListKeeper NONE =
      new ListKeeper() {
        @Override
        public boolean has(LocalDate day) {
          return false;
        }

        @Override
        public Optional<Boolean> listed(LocalDate day) {
          return Optional.empty();
        }

        @Override
        public boolean keep(Lists lists) {
          return false;
        }
      };

  /**
   * The lists of some days, as one answer gave them.
   *
   * @param from the first day the answer is about
   * @param to the last one; a day between them without a paper has no list
   * @param extent how much of them it is
   * @param asked when they were asked
   */
  record Lists(LocalDate from, LocalDate to, Listing listing, Extent extent, Instant asked) {
    /** Whether nothing is missing. */
    public boolean whole() {
      return extent == Extent.WHOLE;
    }
  }

  /** How much of the lists an answer gives. */
  enum Extent {
    /** Every record came and could be read. */
    WHOLE,
    /** All was asked, but not every record came and could be read. */
    DAMAGED,
    /** What came first: whether there is more is not known yet. */
    BEGUN;

    static Extent of(boolean whole) {
      return whole ? WHOLE : DAMAGED;
    }
  }

  /** Whether the list of this day is kept and will change no more, so that it is not asked. */
  boolean has(LocalDate day);

  /** Whether this day has a list, if that is known. */
  Optional<Boolean> listed(LocalDate day);

  /** Takes lists just fetched; false if they could not be kept and the caller must hold them. */
  boolean keep(Lists lists);
}
