package io.github.broadsheet.display;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.columns.Column;

/** A table as text: for a terminal, where a line is all there is, and as Markdown. */
final class TableText {
  /** Of a notebook; a terminal says its own or has 80. */
  private static final int NOTEBOOK = 96;

  private static final int WIDEST_CELL = 32;
  private static final int NARROWEST_TITLE = 30;
  private static final String BETWEEN = "  ";

  /** What a line of a listing has, the most wanted first; the title gets the room that is left. */
  private static final List<String> WANTED =
      List.of("id", "title", "upvotes", "listed", "published", "organization", "comments");

  private final TableView view;

  private TableText(TableView view) {
    this.view = view;
  }

  static String plain(TableView view) {
    return new TableText(view).plain();
  }

  static String markdown(TableView view) {
    return new TableText(view).markdown();
  }

  private String plain() {
    List<Column<?>> candidates = view.listing ? wanted() : view.columns;
    int[] rows = view.rows();
    int rank = String.valueOf(view.table.rowCount()).length();
    int room = width() - rank;
    List<Column<?>> columns = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    for (Column<?> column : candidates) {
      boolean title = view.listing && column.name().equals("title");
      int width = title ? NARROWEST_TITLE : width(column, rows);
      if (width + BETWEEN.length() <= room || columns.isEmpty()) {
        columns.add(column);
        widths.add(width);
        room -= width + BETWEEN.length();
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      if (view.listing && columns.get(i).name().equals("title")) {
        widths.set(i, widths.get(i) + Math.max(0, room));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(view.caption());
    StringBuilder header = new StringBuilder(Plain.pad("#", rank, true));
    for (int i = 0; i < columns.size(); i++) {
      header
          .append(BETWEEN)
          .append(piece(columns.get(i).name(), widths.get(i), CellText.right(columns.get(i))));
    }
    lines.add(header.toString().stripTrailing());
    for (int r = 0; r < rows.length; r++) {
      if (r == view.head) {
        lines.add("⋮ " + view.gap());
      }
      StringBuilder line = new StringBuilder(Plain.pad(String.valueOf(rows[r] + 1), rank, true));
      for (int i = 0; i < columns.size(); i++) {
        line.append(BETWEEN)
            .append(
                piece(
                    text(columns.get(i), rows[r]), widths.get(i), CellText.right(columns.get(i))));
      }
      lines.add(line.toString().stripTrailing());
    }
    lines.addAll(rest(columns));
    return String.join("\n", lines);
  }

  private static int width() {
    return Display.hosted() ? NOTEBOOK : ProgressScreen.columns();
  }

  private List<Column<?>> wanted() {
    List<Column<?>> columns = new ArrayList<>();
    for (String name : WANTED) {
      view.columns.stream().filter(column -> column.name().equals(name)).forEach(columns::add);
    }
    // Two dates are one too many for a line; the day of the list says where to find the paper.
    if (columns.stream().anyMatch(column -> column.name().equals("listed"))) {
      columns.removeIf(column -> column.name().equals("published"));
    }
    return columns;
  }

  private int width(Column<?> column, int[] rows) {
    int width = Plain.width(Plain.line(column.name()));
    for (int row : rows) {
      width = Math.max(width, Plain.width(text(column, row)));
    }
    return Math.min(width, WIDEST_CELL);
  }

  private List<String> rest(List<Column<?>> columns) {
    List<String> lines = new ArrayList<>();
    String more =
        view.columns.stream()
            .filter(column -> !columns.contains(column))
            .limit(20)
            .map(column -> Plain.line(column.name()))
            .collect(Collectors.joining(", "));
    if (!more.isEmpty()) {
      lines.add("More columns: " + more + ".");
    }
    lines.addAll(view.notes.stream().filter(note -> !note.startsWith("Also")).toList());
    return lines;
  }

  private static String text(Column<?> column, int row) {
    String text = CellText.of(column, row);
    return text == null ? CellText.MISSING : Plain.line(text);
  }

  private static String piece(String text, int width, boolean right) {
    return Plain.pad(Plain.cut(Plain.line(text), width), width, right);
  }

  private String markdown() {
    List<Column<?>> columns = view.listing ? wanted() : view.columns;
    StringBuilder text = new StringBuilder(Markdown.escape(view.caption())).append("\n\n|  # |");
    columns.forEach(column -> text.append(' ').append(Markdown.escape(column.name())).append(" |"));
    text.append("\n| ---: |");
    columns.forEach(column -> text.append(CellText.right(column) ? " ---: |" : " --- |"));
    int[] rows = view.rows();
    for (int r = 0; r < rows.length; r++) {
      if (r == view.head) {
        text.append("\n| ⋮ |").append(" ⋮ |".repeat(columns.size()));
      }
      text.append("\n| ").append(rows[r] + 1).append(" |");
      for (Column<?> column : columns) {
        text.append(' ').append(markdown(column, rows[r])).append(" |");
      }
    }
    text.append("\n");
    if (view.hiddenRows() > 0) {
      text.append("\n").append(Markdown.escape(view.gap())).append(".");
    }
    rest(columns).forEach(note -> text.append("\n").append(Markdown.escape(note)));
    return text.toString().stripTrailing();
  }

  private String markdown(Column<?> column, int row) {
    boolean title = view.listing && column.name().equals("title");
    String text = Plain.cut(text(column, row), title ? 160 : 80);
    return Markdown.link(text, title ? view.at("url", row) : null);
  }
}
