package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvFormat;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import io.github.broadsheet.PapersException;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as CSV: a line of names, then a line a row; text in quotes, all else without, and nothing
 * or empty quotes where a value is missing. If types could be mistaken, a first line {@code
 * #columns={"name":"TYPE",…}} says them.
 */
final class Csv {
  private static final String COLUMNS = "#columns=";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Csv() {}

  /** Whether the first lines name a column of a listing. */
  static boolean fits(String text) {
    if (text.startsWith(COLUMNS + "{")) {
      return true;
    }
    String head = text.lines().findFirst().orElse("");
    return Pattern.compile("[,;\t]")
        .splitAsStream(head)
        .anyMatch(name -> Grid.isColumnOfAListing(unquoted(name.strip())));
  }

  static void write(Table table, Writer writer) throws IOException {
    Grid grid = Grid.of(table, (column, text) -> isText(column));
    Map<String, String> types = grid.typesToSay(table);
    if (!types.isEmpty()) {
      writer.write(COLUMNS + JSON.writeValueAsString(types) + "\n");
    }
    write(grid, table, writer);
  }

  private static void write(Grid grid, Table table, Writer writer) {
    CsvWriterSettings settings = new CsvWriterSettings();
    format(settings.getFormat(), ',');
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.trimValues(false);
    settings.setSkipEmptyLines(false);
    settings.setMaxCharsPerColumn(-1);
    settings.setHeaders(grid.names().toArray(String[]::new));
    settings.quoteFields(
        table.columns().stream().filter(Csv::isText).map(Column::name).toArray(String[]::new));
    CsvWriter csv = new CsvWriter(writer, settings);
    csv.writeHeaders();
    for (int row = 0; row < grid.rows(); row++) {
      List<@Nullable String> values = new ArrayList<>();
      for (String name : grid.names()) {
        Grid.Cell cell = grid.at(name, row);
        values.add(cell == null ? null : cell.text());
      }
      csv.writeRow(values);
    }
    csv.flush();
  }

  private static boolean isText(Column<?> column) {
    return CellType.of(column.type()) == CellType.STRING;
  }

  private static void format(CsvFormat format, char delimiter) {
    format.setDelimiter(delimiter);
    format.setLineSeparator("\n");
    format.setQuote('"');
    format.setQuoteEscape('"');
    format.setCharToEscapeQuoteEscaping('\0');
    format.setComment('\0');
  }

  /** The table of a whole file. */
  static ReadTable read(String name, String text) {
    Map<String, String> types = new LinkedHashMap<>();
    String body = text;
    if (text.startsWith(COLUMNS)) {
      int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
      types = types(text.substring(COLUMNS.length(), end));
      body = text.substring(Math.min(end + 1, text.length()));
    }
    Remarks remarks = new Remarks();
    Grid grid = new Grid();
    List<@Nullable String[]> rows = rows(body);
    if (rows.isEmpty()) {
      throw new PapersException("This CSV file has no line of column names.", null);
    }
    List<String> names = names(rows.get(0));
    names.forEach(grid::addColumn);
    int last = rows.size() - 1;
    String cut = last == 0 ? null : cut(rows.get(last), names);
    int whole = cut == null ? last : last - 1;
    for (int i = 1; i <= whole; i++) {
      fill(grid, names, rows.get(i), i, remarks);
    }
    Table table = grid.table(name, types, remarks);
    ReadTable read = new ReadTable(table, remarks.notes(whole));
    return cut == null
        ? read
        : read.noted(Remarks.cut("The CSV file breaks off in row " + last + ", " + cut, whole));
  }

  /** Where a row breaks off whose last value has a quote at its start and none at its end. */
  private static @Nullable String cut(@Nullable String[] row, List<String> names) {
    int at = row.length - 1;
    String value = at < 0 ? null : row[at];
    if (value == null || !value.startsWith("\"") || isQuoted(value) || at >= names.size()) {
      return null;
    }
    List<String> missing = names.subList(at + 1, names.size());
    return "inside the quotes of "
        + names.get(at)
        + (missing.isEmpty() ? "" : " and before " + String.join(", ", missing));
  }

  private static void fill(
      Grid grid, List<String> names, @Nullable String[] row, int place, Remarks remarks) {
    boolean blank = row.length == 0 || (row.length == 1 && row[0] == null);
    if (blank && names.size() > 1) {
      return;
    }
    if (row.length != names.size()) {
      remarks.skip(
          "row " + place, "has " + row.length + " values for " + names.size() + " columns");
      return;
    }
    grid.addRow();
    for (int i = 0; i < row.length; i++) {
      String value = row[i];
      if (value != null) {
        boolean quoted = isQuoted(value);
        String text = unquoted(value);
        if (!text.isEmpty()) {
          grid.put(names.get(i), new Grid.Cell(text, quoted));
        }
      }
    }
  }

  private static List<@Nullable String[]> rows(String body) {
    CsvParserSettings settings = new CsvParserSettings();
    format(settings.getFormat(), delimiter(body));
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.trimValues(false);
    settings.setKeepQuotes(true);
    settings.setSkipEmptyLines(false);
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(10_000);
    try {
      return new CsvParser(settings).parseAll(new StringReader(body));
    } catch (TextParsingException e) {
      throw new PapersException(
          "This CSV file breaks off or is broken at line " + (e.getLineIndex() + 1) + ".", e);
    }
  }

  /** A spreadsheet may have saved the file with semicolons or tabs. */
  private static char delimiter(String body) {
    String head = body.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    char most = ',';
    for (char c : new char[] {';', '\t'}) {
      if (head.chars().filter(d -> d == c).count() > head.chars().filter(d -> d == ',').count()) {
        most = c;
      }
    }
    return most;
  }

  /** The names of the columns; a name that is empty or comes again is made one of its own. */
  private static List<String> names(@Nullable String[] header) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.length; i++) {
      String given = header[i] == null ? "" : unquoted(header[i]);
      String name = given.isBlank() ? "column " + (i + 1) : given;
      names.add(Grid.unique(name, names));
    }
    return names;
  }

  private static Map<String, String> types(String json) {
    Map<String, String> types = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonNode> type : JSON.readTree(json).properties()) {
        types.put(type.getKey(), type.getValue().asText());
      }
    } catch (JsonProcessingException e) {
      // Without the line the types are guessed.
    }
    return types;
  }

  private static boolean isQuoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
  }

  private static String unquoted(String value) {
    return isQuoted(value) ? value.substring(1, value.length() - 1) : value;
  }
}
