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
   * @param whole whether every record came and could be read
   * @param asked when they were asked
   */
  record Lists(LocalDate from, LocalDate to, Listing listing, boolean whole, Instant asked) {}

  /** Whether the list of this day is kept and will change no more, so that it is not asked. */
  boolean has(LocalDate day);

  /** Whether this day has a list, if that is known. */
  Optional<Boolean> listed(LocalDate day);

  /** Takes lists just fetched; false if they could not be kept and the caller must hold them. */
  boolean keep(Lists lists);
}
