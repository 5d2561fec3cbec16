package io.github.broadsheet.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds the table of a {@link PhraseMatcher}: all spellings go into one trie, and each set of trie
 * nodes that can be alive at the same time becomes a state. A node is only ever entered from the
 * root where a word may begin, so there are hardly more states than nodes.
 */
final class PhraseAutomaton {
  private static final int ROOT = 0;

  /** The trie nodes alive after some text, and the kind of its last character. */
  private record State(Set<Integer> nodes, int last) {}

  private final List<Map<Integer, Integer>> children = new ArrayList<>();
  private final Map<Integer, BitSet> ends = new HashMap<>();

  /** Classes 0 to 3 are the kinds, for all characters that are in no phrase. */
  private final Map<Integer, Integer> symbolClass = new HashMap<>();

  private final List<Integer> kindOfClass = new ArrayList<>();
  private final List<Integer> symbolOfClass = new ArrayList<>();

  private final @Nullable PhraseFilter filter;

  PhraseAutomaton(List<String> phrases) {
    children.add(new HashMap<>());
    for (int kind = 0; kind < Letters.KINDS; kind++) {
      kindOfClass.add(kind);
      symbolOfClass.add(-1);
    }
    List<Set<String>> spellings = phrases.stream().map(Spellings::of).toList();
    for (int i = 0; i < phrases.size(); i++) {
      for (String spelling : spellings.get(i)) {
        ends.computeIfAbsent(insert(spelling), node -> new BitSet()).set(i);
      }
    }
    filter = PhraseFilter.of(spellings);
  }

  private int insert(String spelling) {
    int node = ROOT;
    for (int symbol : spelling.codePoints().toArray()) {
      symbolClass.computeIfAbsent(symbol, this::newClass);
      Integer child = children.get(node).get(symbol);
      if (child == null) {
        child = children.size();
        children.add(new HashMap<>());
        children.get(node).put(symbol, child);
      }
      node = child;
    }
    return node;
  }

  private int newClass(int symbol) {
    kindOfClass.add(Letters.kind(symbol));
    symbolOfClass.add(symbol);
    return kindOfClass.size() - 1;
  }

  PhraseMatcher matcher() {
    int classes = kindOfClass.size();
    Map<State, Integer> number = new HashMap<>();
    Queue<State> open = new ArrayDeque<>();
    State start = new State(Set.of(), Letters.SPACE);
    number.put(start, 0);
    open.add(start);
    List<int[]> rows = new ArrayList<>();
    List<int[]> found = new ArrayList<>();
    BitSet idle = new BitSet();
    for (State state = open.poll(); state != null; state = open.poll()) {
      int[] row = new int[classes];
      int[] here = found(state);
      for (int c = 0; c < classes; c++) {
        State after = step(state, c);
        Integer known = number.get(after);
        if (known == null) {
          known = number.size();
          number.put(after, known);
          open.add(after);
        }
        boolean reports = here.length > 0 && Letters.boundary(state.last, kindOfClass.get(c));
        row[c] = reports ? ~(known * classes) : known * classes;
      }
      idle.set(rows.size(), state.nodes.isEmpty());
      rows.add(row);
      found.add(here);
    }
    int[] next = new int[rows.size() * classes];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, next, i * classes, classes);
    }
    return new PhraseMatcher(symbolClass, classes, next, found.toArray(int[][]::new), idle, filter);
  }

  private State step(State state, int symbolClass) {
    int kind = kindOfClass.get(symbolClass);
    if (kind == Letters.SPACE && state.last == Letters.SPACE) {
      return state;
    }
    int symbol = kind == Letters.SPACE ? ' ' : symbolOfClass.get(symbolClass);
    Set<Integer> nodes = new TreeSet<>();
    for (int node : state.nodes) {
      follow(node, symbol, nodes);
    }
    if (Letters.boundary(state.last, kind)) {
      follow(ROOT, symbol, nodes);
    }
    return new State(nodes, kind);
  }

  private void follow(int node, int symbol, Set<Integer> into) {
    Integer child = children.get(node).get(symbol);
    if (child != null) {
      into.add(child);
    }
  }

  private int[] found(State state) {
    Set<Integer> phrases = new LinkedHashSet<>();
    for (int node : state.nodes) {
      BitSet ended = ends.get(node);
      if (ended != null) {
        ended.stream().forEach(phrases::add);
      }
    }
    return phrases.stream().mapToInt(Integer::intValue).toArray();
  }
}
