package io.github.broadsheet;

import io.github.broadsheet.stats.KMeans;
import io.github.broadsheet.stats.Vectors;
import io.github.broadsheet.text.PhraseIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The groups of {@link Topics}.
 *
 * @param rows all rows that are in a group, in the order of the table
 * @param likeness of each of these rows to the middle of each group, in the order of the groups
 * @param between how alike the middles of the groups are to each other
 */
record TopicGroups(
    PaperPhrases phrases,
    List<Group> groups,
    int[] rows,
    float[][] likeness,
    double[][] between,
    List<String> notes) {
  private static final int STARTS = 5;
  private static final int FEWEST_GROUPS = 4;
  private static final int MOST_GROUPS = 16;

  /** Fewer papers make the starts agree less than they do on all of them. */
  private static final int TRIAL_PAPERS = 6000;

  private static final int TRIALS = 6;

  /** Where no number is stable, of those nearly as good as the best the largest tells most. */
  private static final double NEARLY = 0.05;

  private static final int NAMING = 3;
  private static final int TELLING = 8;

  /** Adjusted Rand indices: 0.8 is nine papers of ten in the same group again, 0.5 is seven. */
  private static final double STABLE = 0.8;

  private static final double MOSTLY_STABLE = 0.5;
  private static final double MOSTLY = 0.6;

  /**
   * A group of papers.
   *
   * @param rows the most typical first
   * @param phrases more of what it says, the clearest first
   */
  record Group(String name, List<Integer> rows, List<String> phrases, double closeness) {}

  /** Groups papers; {@code asked} is how many groups, or 0 to choose. */
  static TopicGroups of(Table papers, int asked) {
    PaperPhrases phrases = PaperPhrases.of(papers, "Topics.of(…)");
    PhraseIndex index = phrases.index();
    int[] rows = phrases.counted().stream().filter(row -> index.mentions(row) > 0).toArray();
    List<String> notes = new ArrayList<>();
    int silent = phrases.counted().cardinality() - rows.length;
    Plural.note(
        notes,
        silent,
        "# {paper shares|papers share} no phrase with others and {is|are} in no topic.");
    notes.addAll(phrases.notes());
    if (rows.length < 2) {
      notes.add(
          "There are too few papers to group: with phrases that they share there are "
              + rows.length
              + ".");
      return new TopicGroups(phrases, List.of(), rows, new float[0][], new double[0][], notes);
    }
    int k = Math.min(asked == 0 ? MOST_GROUPS : asked, Math.max(2, rows.length / 2));
    if (asked == 0) {
      k = chosen(index, rows, notes);
    } else if (k < asked) {
      notes.add(rows.length + " papers are too few for " + asked + " topics.");
    }
    return grouped(phrases, rows, new PhraseVectors(index, rows), k, notes);
  }

  /** How many groups different starts agree on best, tried on a part of the papers. */
  private static int chosen(PhraseIndex index, int[] rows, List<String> notes) {
    int step = Math.max(1, rows.length / TRIAL_PAPERS);
    int[] some =
        IntStream.range(0, rows.length).filter(i -> i % step == 0).map(i -> rows[i]).toArray();
    Vectors vectors = new PhraseVectors(index, some);
    int most = Math.max(2, Math.min(MOST_GROUPS, some.length / 5));
    NavigableMap<Integer, Double> agreed = new TreeMap<>();
    for (int k = Math.min(FEWEST_GROUPS, most); k <= most; k += k < 8 ? 1 : 2) {
      agreed.put(k, agreement(starts(vectors, k, TRIALS), 0));
    }
    double agreement = Collections.max(agreed.values());
    boolean luck = agreement < MOSTLY_STABLE;
    double enough = luck ? agreement - NEARLY : agreement;
    agreed.values().removeIf(less -> less < enough);
    int best = agreed.lastKey();
    notes.add(
        0,
        String.format(
            Locale.ROOT,
            luck
                ? "%d topics: different starts agree well on no number from %d to %d%s, and on this as well as on any."
                : "%d topics: of %d to %d the number on which different starts agree best%s.",
            best,
            Math.min(FEWEST_GROUPS, most),
            most,
            step == 1 ? "" : String.format(Locale.ROOT, ", tried on %,d papers", some.length)));
    return best;
  }

  private static List<KMeans> starts(Vectors vectors, int k, int starts) {
    List<KMeans> all = new ArrayList<>();
    for (int seed = 1; seed <= starts; seed++) {
      all.add(KMeans.of(vectors, k, seed));
    }
    all.sort(Comparator.comparingDouble(one -> -one.fit()));
    return all;
  }

  /** How far the others agree with one of them, on average. */
  private static double agreement(List<KMeans> all, int with) {
    double sum = 0;
    for (int i = 0; i < all.size(); i++) {
      sum += i == with ? 0 : KMeans.agreement(all.get(with).groupOf(), all.get(i).groupOf());
    }
    return sum / (all.size() - 1);
  }

  private static TopicGroups grouped(
      PaperPhrases phrases, int[] rows, Vectors vectors, int k, List<String> notes) {
    List<KMeans> starts = starts(vectors, k, STARTS);
    KMeans best = starts.get(0);
    double agreement = agreement(starts, 0);
    notes.add(
        String.format(
            Locale.ROOT,
            "%d starts agree to %.2f of 1 (adjusted Rand index)%s",
            STARTS,
            agreement,
            agreement >= STABLE
                ? ": the groups are stable."
                : agreement >= MOSTLY_STABLE
                    ? ": most papers keep their group, the borders shift."
                    : ": the groups are partly luck."));
    int[] sizes = new int[k];
    Arrays.stream(best.groupOf()).forEach(group -> sizes[group]++);
    List<Integer> order =
        IntStream.range(0, k)
            .boxed()
            .filter(group -> sizes[group] > 0)
            .sorted(Comparator.comparingInt((Integer group) -> -sizes[group]).thenComparing(g -> g))
            .toList();
    float[][] likeness = new float[rows.length][order.size()];
    double[][] between = new double[order.size()][order.size()];
    for (int g = 0; g < order.size(); g++) {
      float[] center = best.centers()[order.get(g)];
      for (int i = 0; i < rows.length; i++) {
        likeness[i][g] = (float) vectors.dot(i, center);
      }
      for (int h = 0; h < order.size(); h++) {
        float[] other = best.centers()[order.get(h)];
        for (int d = 0; d < center.length; d++) {
          between[g][h] += center[d] * other[d];
        }
      }
    }
    List<Group> groups = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int g = 0; g < order.size(); g++) {
      int place = g;
      List<Integer> members =
          IntStream.range(0, rows.length)
              .filter(i -> best.groupOf()[i] == order.get(place))
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer i) -> -likeness[i][place])
                      .thenComparing(i -> i))
              .toList();
      double closeness = members.stream().mapToDouble(i -> likeness[i][place]).average().orElse(0);
      List<Integer> inTable = members.stream().map(i -> rows[i]).toList();
      List<String> said = said(phrases, rows, inTable);
      String name = String.join(", ", said.subList(0, Math.min(NAMING, said.size())));
      while (!names.add(name)) {
        name += " (another)";
      }
      groups.add(new Group(name, inTable, said, closeness));
    }
    return new TopicGroups(
        phrases, List.copyOf(groups), rows, likeness, between, List.copyOf(notes));
  }

  /** What a group says beyond the others: common there, rare elsewhere, none a part of another. */
  private static List<String> said(PaperPhrases phrases, int[] rows, List<Integer> members) {
    PhraseIndex index = phrases.index();
    BitSet in = new BitSet();
    members.forEach(in::set);
    BitSet out = new BitSet();
    Arrays.stream(rows).filter(row -> !in.get(row)).forEach(out::set);
    Contrast.Counts counts = new Contrast.Counts(index, out, in);
    List<Integer> best =
        IntStream.range(0, index.phrases())
            .boxed()
            .filter(phrase -> counts.more[phrase] > 1)
            .sorted(Comparator.comparingDouble((Integer p) -> -counts.z(p)).thenComparing(p -> p))
            .limit(60)
            .toList();
    List<BitSet> with = index.papersWith(best);
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < best.size() && chosen.size() < TELLING; i++) {
      int full = whole(counts, index, best, i);
      if (chosen.stream().noneMatch(other -> same(index, best.get(other), best.get(full)))) {
        chosen.add(full);
      }
    }
    return chosen.stream().map(i -> phrases.written(best.get(i), with.get(i))).toList();
  }

  /**
   * The longest phrase in which the group mostly says this one: {@code KV cache} for {@code KV}.
   */
  private static int whole(
      Contrast.Counts counts, PhraseIndex index, List<Integer> best, int part) {
    int whole = part;
    for (int i = 0; i < best.size(); i++) {
      if (index.within(best.get(whole), best.get(i))
          && counts.more[best.get(i)] >= MOSTLY * counts.more[best.get(part)]) {
        whole = i;
      }
    }
    return whole;
  }

  private static boolean same(PhraseIndex index, int one, int other) {
    return index.overlap(one, other)
        || index.akin(one, other)
        || index.abbreviates(one, other)
        || index.abbreviates(other, one);
  }

  /** How many papers are in groups. */
  int size() {
    return rows.length;
  }

  /** The group of each row of the table, or -1. */
  int[] byRow(int all) {
    int[] group = new int[all];
    Arrays.fill(group, -1);
    for (int g = 0; g < groups.size(); g++) {
      for (int row : groups.get(g).rows()) {
        group[row] = g;
      }
    }
    return group;
  }

  @Nullable String title(int row) {
    return phrases.text("title", row);
  }
}
