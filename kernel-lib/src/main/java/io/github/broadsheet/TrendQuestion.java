package io.github.broadsheet;

import io.github.broadsheet.text.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trend counts.
 *
 * @param day the column of a paper's day, or null for the day listed, else published
 * @param texts the columns to look in
 * @param weight the column of a paper's weight, or null where each counts the same
 */
record TrendQuestion(
    List<Topic> topics, @Nullable String day, List<String> texts, @Nullable String weight) {

  static TrendQuestion of(List<Topic> topics) {
    return new TrendQuestion(List.copyOf(topics), null, List.of("title", "abstract"), null);
  }

  TrendQuestion on(String column) {
    return new TrendQuestion(topics, column, texts, weight);
  }

  TrendQuestion in(List<String> columns) {
    return new TrendQuestion(topics, day, List.copyOf(columns), weight);
  }

  TrendQuestion weighted(String column) {
    return new TrendQuestion(topics, day, texts, column);
  }
}
