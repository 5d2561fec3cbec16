package io.github.broadsheet;

import io.github.broadsheet.text.TopicMatcher;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Papers counted by day (of the epoch) and topic: small, however many papers there are. */
final class DayCounts {
  private final int topics;
  private final int texts;
  private final Map<Integer, Counts> days = new HashMap<>();

  DayCounts(int topics, int texts) {
    this.topics = topics;
    this.texts = texts;
  }

  /** The papers of a day, or of some days. */
  static final class Counts {
    int papers;

    /** Days with papers. */
    int days;

    /** Papers that mention each topic; and papers that have each of the texts to look in. */
    final int[] mentions;

    final int[] texts;

    /**
     * Of all papers: the weights, and their squares; of those that mention a topic: the weights.
     */
    double weight;

    double squares;
    final double[] weights;
    final Map<String, Integer> sources = new TreeMap<>();

    Counts(int topics, int texts) {
      mentions = new int[topics];
      weights = new double[topics];
      this.texts = new int[texts];
    }

    void add(Counts other) {
      papers += other.papers;
      days += other.days;
      weight += other.weight;
      squares += other.squares;
      for (int t = 0; t < mentions.length; t++) {
        mentions[t] += other.mentions[t];
        weights[t] += other.weights[t];
      }
      for (int i = 0; i < texts.length; i++) {
        texts[i] += other.texts[i];
      }
      other.sources.forEach((source, papers) -> sources.merge(source, papers, Integer::sum));
    }
  }

  Counts none() {
    return new Counts(topics, texts);
  }

  /** Counts a paper; which of its texts are known is counted by the caller. */
  Counts add(int day, double weight, String source, TopicMatcher.Scan scan) {
    Counts counts = days.computeIfAbsent(day, any -> none());
    counts.papers++;
    counts.days = 1;
    counts.weight += weight;
    counts.squares += weight * weight;
    counts.sources.merge(source, 1, Integer::sum);
    if (scan.isPromising()) {
      for (int t = 0; t < topics; t++) {
        if (scan.mentions(t)) {
          counts.mentions[t]++;
          counts.weights[t] += weight;
        }
      }
    }
    return counts;
  }

  /** Adds the papers of another count with the same topics. */
  DayCounts add(DayCounts other) {
    other.days.forEach(
        (day, counts) -> {
          Counts here = days.computeIfAbsent(day, any -> none());
          here.add(counts);
          here.days = 1;
        });
    return this;
  }

  NavigableMap<Integer, Counts> byDay() {
    return new TreeMap<>(days);
  }

  Counts all() {
    Counts all = none();
    days.values().forEach(all::add);
    return all;
  }
}
