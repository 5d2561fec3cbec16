package io.github.broadsheet.source;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Papers as the table every listing is: always these columns, in this order, with these types. */
public final class PaperTable {
  static final String JOINT = "; ";

  private PaperTable() {}

  private static final Map<String, Function<List<Paper>, Column<?>>> COLUMNS =
      new LinkedHashMap<>();

  static {
    text("id", Paper::id);
    text("title", Paper::title);
    text("abstract", Paper::abstractText);
    text("authors", paper -> join(paper.authors()));
    number("author_count", Paper::authorCount);
    text("organization", Paper::organization);
    column("published", DateColumn::create, Paper::published);
    column("listed", DateColumn::create, Paper::listed);
    number("upvotes", Paper::upvotes);
    number("comments", Paper::comments);
    text("keywords", paper -> join(paper.keywords()));
    text("categories", paper -> join(paper.categories()));
    text("code_url", Paper::codeUrl);
    number("stars", Paper::stars);
    text("project_url", Paper::projectUrl);
    text("url", Paper::url);
    text("source", Paper::source);
    column("fetched_at", InstantColumn::create, Paper::fetchedAt);
  }

  /** The columns of every listing, in their order. */
  static final Set<String> COLUMN_NAMES = Collections.unmodifiableSet(COLUMNS.keySet());

  /** A table with one row a paper, in the order given. */
  public static Table of(String name, List<Paper> papers) {
    return of(name, papers, COLUMN_NAMES);
  }

  /** The same with these columns only, for whoever looks at no other. */
  public static Table of(String name, List<Paper> papers, Set<String> columns) {
    Table table = Table.create(name);
    COLUMNS.forEach(
        (column, filled) -> {
          if (columns.contains(column)) {
            table.addColumns(filled.apply(papers));
          }
        });
    return table;
  }

  /** The papers of a table with (some of) these columns; a column it lacks is unknown for all. */
  public static List<Paper> papers(Table table) {
    List<Paper> papers = new ArrayList<>(table.rowCount());
    for (int row = 0; row < table.rowCount(); row++) {
      Paper.Draft draft =
          Paper.draft(
              orEmpty(textAt(table, "id", row)),
              orEmpty(textAt(table, "title", row)),
              orEmpty(textAt(table, "source", row)));
      draft.abstractText = textAt(table, "abstract", row);
      draft.authors = split(textAt(table, "authors", row));
      draft.authorCount = at(table, "author_count", IntColumn.class, row, IntColumn::get);
      draft.organization = textAt(table, "organization", row);
      draft.published = at(table, "published", DateColumn.class, row, DateColumn::get);
      draft.listed = at(table, "listed", DateColumn.class, row, DateColumn::get);
      draft.upvotes = at(table, "upvotes", IntColumn.class, row, IntColumn::get);
      draft.comments = at(table, "comments", IntColumn.class, row, IntColumn::get);
      draft.keywords = split(textAt(table, "keywords", row));
      draft.categories = split(textAt(table, "categories", row));
      draft.codeUrl = textAt(table, "code_url", row);
      draft.stars = at(table, "stars", IntColumn.class, row, IntColumn::get);
      draft.projectUrl = textAt(table, "project_url", row);
      draft.url = textAt(table, "url", row);
      draft.fetchedAt = at(table, "fetched_at", InstantColumn.class, row, InstantColumn::get);
      papers.add(draft.paper());
    }
    return papers;
  }

  /** The same for a form of file that has no use for rows without a title. */
  static List<Paper> titled(String form, Table table) {
    if (!table.containsColumn("title")) {
      throw new IllegalArgumentException(
          form
              + " needs a column title; this table has "
              + String.join(", ", table.columnNames())
              + ". Write it as .csv or .jsonl instead.");
    }
    return papers(table);
  }

  private interface Cell<C, V> {
    V of(C column, int row);
  }

  private static <C extends Column<?>, V> @Nullable V at(
      Table table, String name, Class<C> type, int row, Cell<C, V> cell) {
    if (!table.containsColumn(name)) {
      return null;
    }
    Column<?> column = table.column(name);
    return type.isInstance(column) && !column.isMissing(row)
        ? cell.of(type.cast(column), row)
        : null;
  }

  private static @Nullable String textAt(Table table, String name, int row) {
    return at(table, name, StringColumn.class, row, StringColumn::get);
  }

  private static void text(String name, Function<Paper, @Nullable String> field) {
    column(name, StringColumn::create, field);
  }

  private static void number(String name, Function<Paper, @Nullable Integer> field) {
    column(name, IntColumn::create, field);
  }

  private static <V> void column(
      String name, Function<String, Column<V>> empty, Function<Paper, @Nullable V> field) {
    COLUMNS.put(name, papers -> fill(empty.apply(name), papers, field));
  }

  private static <V, C extends Column<V>> C fill(
      C column, List<Paper> papers, Function<Paper, @Nullable V> field) {
    for (Paper paper : papers) {
      V value = field.apply(paper);
      if (value == null) {
        column.appendMissing();
      } else {
        column.append(value);
      }
    }
    return column;
  }

  /** Words as one cell has them; one that holds what stands between them would come back as two. */
  public static @Nullable String join(List<String> words) {
    return words.isEmpty()
        ? null
        : words.stream().map(word -> word.replace(JOINT, ", ")).collect(joining(JOINT));
  }

  private static List<String> split(@Nullable String words) {
    return words == null ? List.of() : Arrays.asList(words.split(JOINT));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
