package io.github.broadsheet;

import io.github.broadsheet.text.Topic;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a trend counts.
 *
 * @param day the column of a paper's day, or null for the day listed, else published
 * @param texts the columns to look in
 * @param weight the column of a paper's weight, or null where each counts the same
 * @param relation how papers belong to a topic, in words
 */
record TrendQuestion(
    List<Topic> topics,
    @Nullable String day,
    List<String> texts,
    @Nullable String weight,
    String relation) {

  /** Which papers mention topics, as a reader writes them. */
  static TrendQuestion of(String... topics) {
    return new TrendQuestion(
        parsed(topics), null, List.of("title", "abstract"), null, "that mention");
  }

  private static List<Topic> parsed(String... topics) {
    if (topics.length == 0) {
      throw new IllegalArgumentException(
          "Trend.of(papers) needs a topic, for example Trend.of(papers, \"agent\", \"diffusion\").");
    }
    List<Topic> parsed = Arrays.stream(topics).map(Topic::parse).toList();
    Set<String> labels = new HashSet<>();
    for (Topic topic : parsed) {
      if (!labels.add(topic.label())) {
        throw new IllegalArgumentException(
            "Two topics are called «%s». Leave one out, or give it a label of its own: \"other: %s\"."
                .formatted(topic.label(), topic.query()));
      }
    }
    return parsed;
  }

  /** Which papers are in groups, told by the one column that holds a group's mark. */
  static TrendQuestion ofGroups(List<Topic> groups, String column) {
    return new TrendQuestion(List.copyOf(groups), null, List.of(column), null, "in");
  }

  TrendQuestion on(String column) {
    return new TrendQuestion(topics, column, texts, weight, relation);
  }

  TrendQuestion in(List<String> columns) {
    return new TrendQuestion(topics, day, List.copyOf(columns), weight, relation);
  }

  TrendQuestion weighted(String column) {
    return new TrendQuestion(topics, day, texts, column, relation);
  }
}
