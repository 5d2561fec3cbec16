package io.github.broadsheet.source;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Notes how much of each day is said to have come, and keeps nothing. */
record Extents(Map<LocalDate, ListKeeper.Extent> byDay) implements ListKeeper {
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
    lists.from().datesUntil(lists.to().plusDays(1)).forEach(day -> byDay.put(day, lists.extent()));
    return false;
  }
}
