package io.github.broadsheet.source;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** A table with one row a paper, in the order given. */
  public static Table of(String name, List<Paper> papers) {
    return Table.create(
        name,
        text("id", papers, Paper::id),
        text("title", papers, Paper::title),
        text("abstract", papers, Paper::abstractText),
        text("authors", papers, paper -> join(paper.authors())),
        number("author_count", papers, Paper::authorCount),
        text("organization", papers, Paper::organization),
        fill(DateColumn.create("published"), papers, Paper::published),
        fill(DateColumn.create("listed"), papers, Paper::listed),
        number("upvotes", papers, Paper::upvotes),
        number("comments", papers, Paper::comments),
        text("keywords", papers, paper -> join(paper.keywords())),
        text("categories", papers, paper -> join(paper.categories())),
        text("code_url", papers, Paper::codeUrl),
        number("stars", papers, Paper::stars),
        text("project_url", papers, Paper::projectUrl),
        text("url", papers, Paper::url),
        text("source", papers, Paper::source),
        fill(InstantColumn.create("fetched_at"), papers, Paper::fetchedAt));
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

  private static StringColumn text(
      String name, List<Paper> papers, Function<Paper, @Nullable String> field) {
    return fill(StringColumn.create(name), papers, field);
  }

  private static IntColumn number(
      String name, List<Paper> papers, Function<Paper, @Nullable Integer> field) {
    return fill(IntColumn.create(name), papers, field);
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
