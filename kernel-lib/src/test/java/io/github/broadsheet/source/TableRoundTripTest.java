package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** A table that is written reads back equal: names, types, values and what is missing. */
class TableRoundTripTest {
  private static final List<String> HOSTILE =
      List.of(
          "</script><img src=x onerror=alert(1)>",
          "'single' \"double\" \"\"twice\"\" \"",
          "\"",
          "\"\"",
          "\"quoted whole\"",
          "back\\slash \\\" \\n \\",
          "line\nbreak\r\nand\rreturn\n",
          " leading and trailing ",
          "\ttab\t",
          "a,b;c\td|e",
          "$\\alpha_{i}$ \\textbf{x} 5\\% {",
          "🧪👩‍🔬 \u202Eright to left\u202C עברית \u0000 \u2028 \uFEFF",
          "=1+1",
          "+cmd",
          "-2+3",
          "@SUM(A1)",
          "#comment",
          "#columns={\"a\":\"b\"}",
          "null",
          "NaN",
          "NA",
          "true",
          "007",
          "1.50",
          "2024-05-27",
          "12:30",
          ",",
          "\n",
          " ");

  @Test
  void aListing() {
    same(PaperTable.of("papers", Sample.listing().papers()));
  }

  @Test
  void idsKeepTheirZeros() {
    Table table =
        Table.create(
            "t", StringColumn.create("id", "2405.17430", "0704.0001", "10", "1e5", "sample:01"));
    same(table);
  }

  @Test
  void hostileTextInColumnsOfAListingAndInOthers() {
    same(
        Table.create(
            "t",
            StringColumn.create("id", HOSTILE),
            StringColumn.create("title", HOSTILE),
            StringColumn.create("my, \"own\" = column\n2", HOSTILE)));
    for (String text : HOSTILE) {
      same(Table.create("t", StringColumn.create("title", text)));
      same(Table.create("t", StringColumn.create("x", text), StringColumn.create("title", "t")));
    }
  }

  @Test
  void everyTypeOfColumn() {
    Table table =
        Table.create(
            "t",
            StringColumn.create("title", "a", "b"),
            IntColumn.create("int", new int[] {1, -2}),
            LongColumn.create("long", 1L << 40, -1L),
            DoubleColumn.create("double", 1.0, -2.5e-300),
            BooleanColumn.create("boolean", true, false),
            DateColumn.create("date", LocalDate.of(2024, 2, 29), LocalDate.of(1999, 12, 31)),
            DateTimeColumn.create(
                "time", LocalDateTime.of(2024, 1, 2, 3, 4), LocalDateTime.of(2024, 1, 2, 3, 4, 5)),
            TimeColumn.create("clock", LocalTime.of(1, 2), LocalTime.of(1, 2, 3, 4_000_000)),
            InstantColumn.create("instant", List.of(Instant.EPOCH, Instant.ofEpochMilli(17))));
    same(table);
    assertThat(csv(table)).startsWith("\"title\",int,long,double");
    assertThat(json(table)).startsWith("{\"title\":\"a\",\"int\":1,");
  }

  @Test
  void typesThatCannotBeSeenAreSaid() {
    Table table =
        Table.create(
            "t",
            StringColumn.create("digits", "1", "2"),
            StringColumn.create("days", "2024-01-01", "2024-01-02"),
            LongColumn.create("small", 1, 2),
            ShortColumn.create("short", new short[] {1, 2}),
            FloatColumn.create("float", new float[] {1.1f, 2f}),
            DoubleColumn.create("upvotes", 1.5, 2.5),
            DoubleColumn.create("endless", Double.POSITIVE_INFINITY, -1.0),
            DoubleColumn.create("nothing", Double.NaN, Double.NaN));
    same(table);
    same(table.emptyCopy());
    assertThat(csv(table)).startsWith("#columns={\"digits\":\"STRING\",");
    assertThat(json(table)).startsWith("{\"_columns\":{\"digits\":\"STRING\",");
  }

  @Test
  void whatIsMissingStaysMissing() {
    Table table = PaperTable.of("papers", List.of(Paper.draft("1", "t", "file").paper()));
    same(table);
    Table gaps =
        Table.create("t", StringColumn.create("title", "", "a", ""), IntColumn.create("n", 3));
    same(gaps);
    same(Table.create("t", StringColumn.create("title", "", "a", "")));
    same(Table.create("t", IntColumn.create("stars", 3)));
    same(PaperTable.of("none", List.of()));
  }

  @Test
  void aSummaryThatIsNoListing() {
    Table papers = PaperTable.of("papers", Sample.listing().papers());
    same(
        papers
            .summarize("comments", tech.tablesaw.aggregate.AggregateFunctions.mean)
            .by("organization"));
    same(papers.selectColumns("url", "title", "id"));
  }

  private static void same(Table table) {
    equal(Csv.read("t", csv(table)), table, csv(table));
    JsonLines lines = new JsonLines();
    json(table)
        .lines()
        .forEach(
            line -> {
              try {
                lines.add(new ObjectMapper().readTree(line));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    equal(lines.table("t"), table, json(table));
  }

  private static void equal(ReadTable read, Table table, String text) {
    assertThat(read.notes()).isEmpty();
    assertThat(read.table().columnNames()).as(text).isEqualTo(table.columnNames());
    assertThat(types(read.table())).as(text).isEqualTo(types(table));
    assertThat(read.table().rowCount()).as(text).isEqualTo(table.rowCount());
    for (Column<?> column : table.columns()) {
      assertThat(read.table().column(column.name()).asList())
          .as("%s in %s", column.name(), text)
          .isEqualTo(column.asList());
    }
  }

  private static List<ColumnType> types(Table table) {
    return table.columns().stream().map(Column::type).toList();
  }

  private static String csv(Table table) {
    StringWriter text = new StringWriter();
    try {
      Csv.write(table, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String json(Table table) {
    StringWriter text = new StringWriter();
    try {
      JsonLines.write(table, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
