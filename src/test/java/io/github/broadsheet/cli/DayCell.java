package io.github.broadsheet.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cell and all that must come of it.
 *
 * @param fields of the request besides the code
 * @param result how its value reads; null if it has none
 * @param error the name of what it fails with; null if it does not
 * @param late what a thread of it prints, perhaps when it has ended
 * @param interrupt whether it runs until it is interrupted
 */
record DayCell(
    String code,
    Map<String, Object> fields,
    String out,
    String err,
    @Nullable String result,
    @Nullable String error,
    List<String> shown,
    List<String> updated,
    String late,
    boolean interrupt) {

  /** A cell that says nothing. */
  static DayCell of(String code) {
    return new DayCell(code, Map.of(), "", "", null, null, List.of(), List.of(), "", false);
  }

  DayCell fields(Map<String, Object> given) {
    return new DayCell(code, given, out, err, result, error, shown, updated, late, interrupt);
  }

  DayCell prints(String onOut, String onErr) {
    return new DayCell(code, fields, onOut, onErr, result, error, shown, updated, late, interrupt);
  }

  DayCell gives(Object value) {
    return new DayCell(
        code, fields, out, err, String.valueOf(value), error, shown, updated, late, interrupt);
  }

  DayCell fails(String name) {
    return new DayCell(code, fields, out, err, result, name, shown, updated, late, interrupt);
  }

  DayCell shows(String first, String second) {
    return new DayCell(
        code, fields, out, err, result, error, List.of(first), List.of(second), late, interrupt);
  }

  DayCell printsLate(String text) {
    return new DayCell(code, fields, out, err, result, error, shown, updated, text, interrupt);
  }

  DayCell untilInterrupted() {
    return new DayCell(code, fields, "on", err, result, "Interrupted", shown, updated, late, true);
  }

  boolean silent() {
    return Boolean.TRUE.equals(fields.get("silent"));
  }

  boolean counted() {
    return !silent() && !Boolean.FALSE.equals(fields.get("store_history"));
  }
}
