package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as JSON lines: one object a row, every column in every row, null for what is missing. If
 * types could be mistaken, a first line {@code {"_columns": {"name": "TYPE", …}}} says them.
 */
final class JsonLines {
  static final String COLUMNS = "_columns";

  private final Grid grid = new Grid();
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Remarks remarks = new Remarks();
  private int place;

  /** Whether a record is flat, with a column of a listing, or says the columns. */
  static boolean fits(JsonNode record) {
    boolean known = record.has(COLUMNS);
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      known |= Grid.isColumnOfAListing(field.getKey());
    }
    return record.isObject() && known;
  }

  static void write(Table table, Writer writer) throws IOException {
    Grid grid = Grid.of(table, (column, text) -> !bare(column, text) && !CellType.isTime(text));
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.setRootValueSeparator(null);
      Map<String, String> types = grid.typesToSay(table);
      if (!types.isEmpty() || table.isEmpty()) {
        types(table, json);
      }
      for (int row = 0; row < grid.rows(); row++) {
        row(table, row, json);
      }
    }
  }

  /** Whether a value is written without quotes; infinity has no number in JSON. */
  private static boolean bare(Column<?> column, String text) {
    return CellType.of(column.type()).isNumberOrTruth() && !text.endsWith("Infinity");
  }

  private static void types(Table table, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart(COLUMNS);
    for (Column<?> column : table.columns()) {
      json.writeStringField(column.name(), column.type().name());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private static void row(Table table, int row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Column<?> column : table.columns()) {
      json.writeFieldName(column.name());
      String text = column.isMissing(row) ? null : String.valueOf(column.get(row));
      if (text == null) {
        json.writeNull();
      } else if (bare(column, text)) {
        json.writeRawValue(text);
      } else {
        json.writeString(text);
      }
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Takes the next record of a file. */
  void add(JsonNode record) {
    if (record.path(COLUMNS).isObject()) {
      for (Map.Entry<String, JsonNode> type : record.path(COLUMNS).properties()) {
        types.put(type.getKey(), type.getValue().asText());
        grid.addColumn(type.getKey());
      }
      return;
    }
    place++;
    if (!record.isObject()) {
      skip(Remarks.quote(record.toString()) + " is no object");
      return;
    }
    grid.addRow();
    for (Map.Entry<String, JsonNode> field : record.properties()) {
      grid.addColumn(field.getKey());
      String text = text(field.getValue());
      if (!text.isEmpty()) {
        boolean isText = field.getValue().isTextual() && !CellType.isTime(text);
        grid.put(field.getKey(), new Grid.Cell(text, isText));
      }
    }
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      StringBuilder joined = new StringBuilder();
      for (JsonNode item : value) {
        joined.append(joined.isEmpty() ? "" : PaperTable.JOINT).append(text(item));
      }
      return joined.toString();
    }
    return value.isNull() ? "" : value.isObject() ? value.toString() : value.asText();
  }

  /** Leaves out a line, and says why. */
  void skip(String why) {
    remarks.skip("row " + place, why);
  }

  ReadTable table(String name) {
    Table table = grid.table(name, types, remarks);
    return new ReadTable(table, remarks.notes(place));
  }
}
