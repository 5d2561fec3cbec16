package io.github.broadsheet.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The words along an axis of a still picture. XChart takes marks further apart until all labels
 * differ and fit, and never ends where two are the same: so they never are.
 */
final class Labels {
  private static final int MOST_ASKED = 100_000;
  private static final double NEAR = 1e-6;
  private static final int LENGTH_OF_BLANKS = 7;
  private static final String NO_WIDTH = "\u200B";

  private Labels() {}

  /** Names at 0, 1, 2 …, cut to what a reader can take in. */
  static Function<Double, String> at(List<String> names, int longest) {
    List<String> labels = distinct(names, longest);
    return bounded(
        at -> {
          long place = Math.round(at);
          boolean name = Math.abs(at - place) < NEAR && place >= 0 && place < labels.size();
          return name ? seen(labels.get((int) place)) : blank(at);
        });
  }

  /**
   * The names cut to a length, each still different from the others: by their ends where they begin
   * alike, and to XChart's eye alone where a reader sees none either.
   */
  static List<String> distinct(List<String> names, int longest) {
    Set<String> labels = new LinkedHashSet<>();
    for (String label :
        legible(names, name -> cut(name, longest), name -> cutWithin(name, longest))) {
      String different = label;
      while (!labels.add(different)) {
        different += NO_WIDTH;
      }
    }
    return new ArrayList<>(labels);
  }

  /**
   * The names as the first way cuts them, or as the second does where that leaves them the same.
   */
  static List<String> legible(
      List<String> names, UnaryOperator<String> first, UnaryOperator<String> second) {
    Map<String, Integer> times = new HashMap<>();
    List<String> cut = names.stream().map(first).toList();
    cut.forEach(label -> times.merge(label, 1, Integer::sum));
    return IntStream.range(0, names.size())
        .mapToObj(
            i -> times.getOrDefault(cut.get(i), 0) > 1 ? second.apply(names.get(i)) : cut.get(i))
        .toList();
  }

  /** A label no longer than so many characters; XChart cannot draw an empty one. */
  static String cut(String label, int most) {
    return label.isBlank()
        ? " "
        : label.length() <= most ? label : label.substring(0, most - 1).stripTrailing() + "…";
  }

  /** A label no longer than so many characters, with its beginning and its end. */
  static String cutWithin(String label, int most) {
    if (label.length() <= most || most < 4) {
      return cut(label, most);
    }
    int end = (most - 1) / 2;
    return label.substring(0, most - 1 - end).stripTrailing()
        + "…"
        + label.substring(label.length() - end).stripLeading();
  }

  /** XChart keeps room for the longest label of an axis, which must not be a blank one. */
  private static String seen(String label) {
    return label + NO_WIDTH.repeat(Math.max(0, LENGTH_OF_BLANKS + 1 - label.length()));
  }

  /** No label for a mark; each is another mixture of two kinds of blanks. */
  static String blank(double at) {
    StringBuilder blanks = new StringBuilder();
    for (int bits = Math.floorMod(Math.round(at * 20), 127) | 128; bits > 1; bits >>= 1) {
      blanks.append((bits & 1) == 0 ? ' ' : '\u00A0');
    }
    return blanks.toString();
  }

  /** Whole numbers; marks between them have no label. */
  static Function<Double, String> whole() {
    return bounded(
        at -> Math.abs(at - Math.rint(at)) < NEAR ? seen(StillStyle.number(at)) : blank(at));
  }

  /** Letters that keep room for a label of about so many wide ones, another for each mark. */
  static String placeholder(double at, int letters) {
    String mark = String.valueOf(Math.floorMod(Math.round(at * 20), 9973));
    return "W".repeat(Math.max(0, letters - mark.length())) + mark;
  }

  /** The same labels, for an axis that gives up where the search would not end. */
  static Function<Double, String> bounded(Function<Double, String> label) {
    AtomicInteger asked = new AtomicInteger();
    return at -> {
      if (asked.incrementAndGet() > MOST_ASKED) {
        throw new IllegalStateException("The ticks of an axis were never found");
      }
      return label.apply(at);
    };
  }
}
