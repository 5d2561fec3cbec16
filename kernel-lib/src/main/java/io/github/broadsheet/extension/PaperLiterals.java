package io.github.broadsheet.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** The strings of Tablesaw's calls and of this library's: columns, what they hold, and days. */
final class PaperLiterals implements LiteralCompleter {
  private static final String HOUSE = "io.github.broadsheet.";
  private static final Pattern TABLESAW = Pattern.compile("tech\\.tablesaw\\..*");
  private static final Pattern COLUMN = Pattern.compile("(?i).*col(umn)?.*");
  private static final Set<String> OF_COLUMNS = Set.of(HOUSE + "Plot", HOUSE + "Trend#on");

  /** Methods of a text column, and of its query, that take a value. */
  private static final Pattern COMPARES =
      Pattern.compile("(is|equals|starts|ends|contains)[A-Z].*|set|append");

  /** Parameters of this library that take what a column holds. */
  private static final Map<String, String> HELD =
      Map.of(
          "author", "authors",
          "organization", "organization",
          "category", "categories",
          "phrases", "keywords",
          "topics", "keywords");

  private static final Set<String> NUMBERS = Set.of("INTEGER", "LONG", "SHORT", "DOUBLE", "FLOAT");
  private static final Set<String> TYPES =
      Set.of(
          "INTEGER",
          "LONG",
          "SHORT",
          "DOUBLE",
          "FLOAT",
          "STRING",
          "TEXT",
          "BOOLEAN",
          "DATE",
          "TIME",
          "DATETIME",
          "INSTANT");

  private static final int MOST_ROWS = 20_000;
  private static final int MOST_DAYS = 8;

  private final Clock clock;

  PaperLiterals(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<Suggestion> suggest(Literal literal) {
    boolean ours = literal.type().startsWith(HOUSE);
    if (!ours && !TABLESAW.matcher(literal.type()).matches()) {
      return List.of();
    }
    if (isColumn(literal)) {
      return columns(literal);
    }
    if (!ours && COMPARES.matcher(literal.method()).matches()) {
      Object first = literal.values().isEmpty() ? "" : literal.values().get(0);
      return first instanceof StringColumn text ? held(List.of(text)) : List.of();
    }
    String held = ours ? HELD.getOrDefault(literal.parameter(), "") : "";
    return held.isEmpty() ? (ours ? days(literal.parameter()) : List.of()) : held(literal, held);
  }

  private static boolean isColumn(Literal literal) {
    return COLUMN.matcher(literal.parameter()).matches()
        || OF_COLUMNS.contains(literal.type())
        || OF_COLUMNS.contains(literal.type() + "#" + literal.method());
  }

  /** The columns of a fitting type first, each once, in the order of their table. */
  private static List<Suggestion> columns(Literal literal) {
    String minus =
        literal.typed().startsWith("-") && literal.method().startsWith("sort") ? "-" : "";
    Map<String, ColumnType> types = new LinkedHashMap<>();
    for (Relation table : tables(literal)) {
      table.columns().forEach(column -> types.putIfAbsent(column.name(), column.type()));
    }
    List<Suggestion> all = new ArrayList<>();
    for (boolean fitting : new boolean[] {true, false}) {
      types.forEach(
          (name, type) -> {
            if (fits(type, literal.method()) == fitting) {
              String detail = type.getPrinterFriendlyName().toLowerCase(Locale.ROOT);
              all.add(new Suggestion(minus + name, detail));
            }
          });
    }
    return all;
  }

  /** Whether a method such as {@code intColumn} or {@code getDate} is for columns of a type. */
  private static boolean fits(ColumnType type, String method) {
    String is = type.name().replaceFirst("^LOCAL_", "").replace("_", "");
    String wanted =
        method
            .toUpperCase(Locale.ROOT)
            .replaceFirst("^GET", "")
            .replaceFirst("COL(UMN)?S?$", "")
            .replaceFirst("^INT$", "INTEGER");
    return switch (wanted) {
      case "NUM", "NUMBER", "NUMERIC", "N", "HISTOGRAM", "SUMMARIZE" -> NUMBERS.contains(is);
      case "ON" -> is.equals("DATE");
      default -> is.equals(wanted) || !TYPES.contains(wanted);
    };
  }

  private static List<Relation> tables(Literal literal) {
    return literal.values().stream()
        .filter(Relation.class::isInstance)
        .map(Relation.class::cast)
        .toList();
  }

  private static List<Suggestion> held(Literal literal, String column) {
    return held(
        tables(literal).stream()
            .filter(table -> table.containsColumn(column))
            .map(table -> (Column<?>) table.column(column))
            .toList());
  }

  /** What the columns hold, lists taken apart; the most frequent first. */
  private static List<Suggestion> held(Collection<? extends Column<?>> columns) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Column<?> column : columns) {
      if (column instanceof StringColumn text) {
        for (int row = 0; row < Math.min(MOST_ROWS, text.size()); row++) {
          for (String value : text.get(row).split("; ")) {
            if (!value.isBlank()) {
              counts.merge(value, 1, Integer::sum);
            }
          }
        }
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(each -> new Suggestion(each.getKey(), each.getValue() + " ×"))
        .toList();
  }

  /** The last days, weeks and months, newest first. */
  private List<Suggestion> days(String parameter) {
    LocalDate today = LocalDate.now(clock);
    return switch (parameter) {
      case "day", "from", "to", "asOf" ->
          last(
              today::minusDays,
              day -> day.toString(),
              DateTimeFormatter.ofPattern("EEE", Locale.ROOT));
      case "week" ->
          last(
              today::minusWeeks,
              day -> DateTimeFormatter.ISO_WEEK_DATE.format(day).substring(0, "2025-W10".length()),
              DateTimeFormatter.ofPattern("MMM yyyy", Locale.ROOT));
      case "month" ->
          last(
              today::minusMonths,
              day -> YearMonth.from(day).toString(),
              DateTimeFormatter.ofPattern("MMM", Locale.ROOT));
      default -> List.of();
    };
  }

  private static List<Suggestion> last(
      Function<Long, LocalDate> back, Function<LocalDate, String> text, DateTimeFormatter detail) {
    return IntStream.range(0, MOST_DAYS)
        .mapToObj(n -> back.apply((long) n))
        .map(day -> new Suggestion(text.apply(day), detail.format(day)))
        .toList();
  }
}
