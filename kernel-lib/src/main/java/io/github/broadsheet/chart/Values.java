package io.github.broadsheet.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One array of a trace: numbers, days, or names, as Plotly would take it. */
record Values(Kind kind, List<@Nullable Object> items) {
  enum Kind {
    NUMBER,
    DATE,
    NAME
  }

  /** {@code axisType} is the axis's {@code type}, which overrules what the values look like. */
  static Values of(JsonNode array, String axisType) {
    if (!axisType.equals("category")) {
      Values numbers = read(array, Kind.NUMBER);
      if (numbers != null) {
        return numbers;
      }
      Values dates = read(array, Kind.DATE);
      if (dates != null) {
        return dates;
      }
    }
    List<@Nullable Object> names = new ArrayList<>();
    array.forEach(item -> names.add(item.isNull() ? null : PlotlyText.plain(item.asText())));
    return new Values(Kind.NAME, names);
  }

  /** The numbers from 0 to before {@code size}, which an axis without values has. */
  static Values count(int size) {
    List<@Nullable Object> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add((double) i);
    }
    return new Values(Kind.NUMBER, numbers);
  }

  int size() {
    return items.size();
  }

  /** A number, or the milliseconds of a day; NaN if missing. */
  double number(int index) {
    Object item = index < items.size() ? items.get(index) : null;
    return item instanceof Double number
        ? number
        : item instanceof Instant time ? time.toEpochMilli() : Double.NaN;
  }

  double[] numbers() {
    double[] numbers = new double[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(i);
    }
    return numbers;
  }

  /** The item as a label. */
  String label(int index) {
    Object item = index < items.size() ? items.get(index) : null;
    if (item instanceof Double number) {
      return number == Math.rint(number) && Math.abs(number) < 1e15
          ? String.valueOf(number.longValue())
          : String.valueOf(number);
    }
    if (item instanceof Instant instant) {
      LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
      return time.toLocalTime().toSecondOfDay() == 0
          ? time.toLocalDate().toString()
          : time.toString().replace('T', ' ');
    }
    return item == null ? "" : item.toString();
  }

  private static @Nullable Values read(JsonNode array, Kind kind) {
    List<@Nullable Object> items = new ArrayList<>();
    boolean any = false;
    for (JsonNode item : array) {
      Object value = null;
      if (!item.isNull()) {
        value = kind == Kind.NUMBER ? number(item) : date(item);
        if (value == null) {
          return null;
        }
        any = true;
      }
      items.add(value);
    }
    return any || (kind == Kind.NUMBER && array.isEmpty()) ? new Values(kind, items) : null;
  }

  private static @Nullable Double number(JsonNode item) {
    if (item.isNumber()) {
      return item.doubleValue();
    }
    try {
      return item.isTextual() && item.textValue().matches("[-+.\\d].*")
          ? (Double) Double.parseDouble(item.textValue())
          : null;
    } catch (NumberFormatException text) {
      return null;
    }
  }

  private static @Nullable Instant date(JsonNode item) {
    String text = item.asText();
    if (!item.isTextual() || !text.matches("\\d{4}-\\d\\d(-\\d\\d([T ].*)?)?")) {
      return null;
    }
    try {
      if (text.length() == 7) {
        return day(YearMonth.parse(text).atDay(1));
      }
      if (text.length() == 10) {
        return day(LocalDate.parse(text));
      }
      String iso = text.replace(' ', 'T');
      return iso.endsWith("Z")
          ? Instant.parse(iso)
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException text2) {
      return null;
    }
  }

  private static Instant day(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
