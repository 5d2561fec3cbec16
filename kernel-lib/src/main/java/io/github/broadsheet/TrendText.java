package io.github.broadsheet;

import io.github.broadsheet.TrendSeries.Line;
import io.github.broadsheet.TrendSeries.Point;
import io.github.broadsheet.display.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A trend as text: a row a bucket, a column a topic, then what a reader must know. */
final class TrendText {
  private static final int MOST_ROWS = 36;
  private static final int WIDEST = 24;

  private TrendText() {}

  static String of(TrendSeries series) {
    StringBuilder text = new StringBuilder();
    text.append(series.headline()).append(", by ").append(series.bucket().word());
    text.append("\n").append(series.facts()).append("\n");
    if (series.papers() > 0) {
      appendRows(series, text);
    }
    for (String note : series.notes()) {
      text.append(note).append("\n");
    }
    return text.toString().stripTrailing();
  }

  private static void appendRows(TrendSeries series, StringBuilder text) {
    List<Point> buckets = series.lines().get(0).points();
    int from = Math.max(0, buckets.size() - MOST_ROWS);
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(series.bucket().word(), "papers"));
    series.lines().forEach(line -> head.add(shorten(line.topic().label())));
    rows.add(head);
    for (int b = from; b < buckets.size(); b++) {
      Point bucket = buckets.get(b);
      List<String> row = new ArrayList<>();
      row.add(series.bucket().label(bucket.start()) + (bucket.complete() ? "" : " *"));
      row.add(String.format(Locale.ROOT, "%,d", bucket.total()));
      for (Line line : series.lines()) {
        Point point = line.points().get(b);
        row.add(
            point.isEmpty()
                ? "–"
                : TrendSeries.percent(point.share()) + " (" + point.count() + ")");
      }
      rows.add(row);
    }
    if (from > 0) {
      text.append("(").append(from).append(" earlier rows: see table())\n");
    }
    int[] widths = new int[head.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Plain.width(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      text.append(Plain.pad(row.get(0), widths[0], false));
      for (int i = 1; i < widths.length; i++) {
        text.append("  ").append(Plain.pad(row.get(i), widths[i], true));
      }
      text.append("\n");
    }
  }

  static String shorten(String label) {
    return Plain.cut(Plain.line(label), WIDEST);
  }
}
