package io.github.broadsheet.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/** What a column holds, and how its values are written as text and read back the same. */
@SuppressWarnings("ImmutableEnumChecker") // Neither Tablesaw's types nor a reading ever change.
enum CellType {
  INTEGER(ColumnType.INTEGER, "a whole number", Integer::valueOf, "-?\\d{1,10}"),
  LONG(ColumnType.LONG, "a whole number", Long::valueOf, "-?\\d{1,19}"),
  DOUBLE(
      ColumnType.DOUBLE, "a number", Double::valueOf, "-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,4})?"),
  BOOLEAN(ColumnType.BOOLEAN, "true or false", CellType::truth, "true|false"),
  DATE(ColumnType.LOCAL_DATE, "a date", LocalDate::parse, "\\d{4}-\\d\\d-\\d\\d"),
  DATE_TIME(
      ColumnType.LOCAL_DATE_TIME,
      "a date with a time",
      LocalDateTime::parse,
      "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+"),
  TIME(ColumnType.LOCAL_TIME, "a time of day", LocalTime::parse, "\\d\\d:\\d\\d[\\d:.]*"),
  INSTANT(
      ColumnType.INSTANT, "an instant in UTC", Instant::parse, "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"),
  SHORT(ColumnType.SHORT, "a small whole number", Short::valueOf, null),
  FLOAT(ColumnType.FLOAT, "a number", Float::valueOf, null),
  STRING(ColumnType.STRING, "a text", text -> text, null);

  private static final List<CellType> GUESSED =
      List.of(INTEGER, LONG, DOUBLE, BOOLEAN, DATE, DATE_TIME, TIME, INSTANT);

  private final ColumnType type;
  private final String expected;
  private final Function<String, Object> reading;
  private final @Nullable Pattern form;

  CellType(
      ColumnType type, String expected, Function<String, Object> reading, @Nullable String form) {
    this.type = type;
    this.expected = expected;
    this.reading = reading;
    this.form = form == null ? null : Pattern.compile(form);
  }

  /** The type of a column; a type of Tablesaw's that is none of these is kept as text. */
  static CellType of(ColumnType type) {
    for (CellType one : values()) {
      if (one.type.equals(type)) {
        return one;
      }
    }
    return STRING;
  }

  /** The type by Tablesaw's name for it, or null. */
  static @Nullable CellType named(@Nullable String name) {
    for (CellType one : values()) {
      if (one.type.name().equals(name)) {
        return one;
      }
    }
    return null;
  }

  /** The first type that fits all values there are; text where none does or no value is there. */
  static ColumnType guess(List<Grid.@Nullable Cell> cells) {
    List<Grid.Cell> present = cells.stream().filter(Objects::nonNull).toList();
    if (!present.isEmpty() && present.stream().noneMatch(Grid.Cell::isText)) {
      for (CellType one : GUESSED) {
        if (present.stream().allMatch(cell -> one.fits(cell.text()))) {
          return one.type;
        }
      }
    }
    return ColumnType.STRING;
  }

  /** Whether a text has the form of a date, a time or both. */
  static boolean isTime(String text) {
    return DATE.fits(text) || DATE_TIME.fits(text) || TIME.fits(text) || INSTANT.fits(text);
  }

  /** Whether this is written without quotes in JSON. */
  boolean isNumberOrTruth() {
    return switch (this) {
      case INTEGER, LONG, DOUBLE, SHORT, FLOAT, BOOLEAN -> true;
      default -> false;
    };
  }

  private boolean fits(String text) {
    return form != null && form.matcher(text).matches() && read(text) != null;
  }

  private @Nullable Object read(String text) {
    try {
      return reading.apply(text);
    } catch (RuntimeException e) {
      return null; // NumberFormatException, DateTimeParseException
    }
  }

  /** A column of the cells; a cell that is no such value is left empty and remarked. */
  Column<?> column(String name, List<Grid.@Nullable Cell> cells, Remarks remarks) {
    Column<?> column = type.create(name);
    for (int row = 0; row < cells.size(); row++) {
      Grid.Cell cell = cells.get(row);
      Object value = cell == null ? null : read(cell.text());
      if (value != null) {
        column.appendObj(value);
      } else {
        column.appendMissing();
        if (cell != null) {
          remarks.empty("row " + (row + 1), name, expected, cell.text());
        }
      }
    }
    return column;
  }

  private static Boolean truth(String text) {
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException(text);
    }
    return Boolean.valueOf(text);
  }
}
