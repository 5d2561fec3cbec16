package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Methods and types that follow each other, in the order in which they need each other: for each
 * that names one further down, JShell would compile all that wait for something once more. Those
 * that need each other stay in the order of the cell (Tarjan's strongly connected components).
 */
final class DeclarationOrder {
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

  private final List<Piece> pieces;
  private final List<Set<Integer>> needed;
  private final int[] found;
  private final int[] lowest;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final List<Piece> ordered = new ArrayList<>();
  private int count;

  private DeclarationOrder(List<Piece> pieces) {
    this.pieces = pieces;
    this.needed = needed(pieces);
    this.found = new int[pieces.size()];
    this.lowest = new int[pieces.size()];
  }

  /** The pieces of a cell; all but such declarations stay where they are. */
  static List<Piece> of(List<Piece> pieces) {
    List<Piece> all = new ArrayList<>();
    List<Piece> run = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.declares() && !piece.source().startsWith("import")) {
        run.add(piece);
      } else {
        all.addAll(new DeclarationOrder(run).ordered());
        run = new ArrayList<>();
        all.add(piece);
      }
    }
    all.addAll(new DeclarationOrder(run).ordered());
    return all;
  }

  private List<Piece> ordered() {
    for (int i = 0; i < pieces.size(); i++) {
      if (found[i] == 0) {
        visit(i);
      }
    }
    return ordered;
  }

  private void visit(int piece) {
    found[piece] = lowest[piece] = ++count;
    open.push(piece);
    for (int other : needed.get(piece)) {
      if (found[other] == 0) {
        visit(other);
        lowest[piece] = Math.min(lowest[piece], lowest[other]);
      } else if (open.contains(other)) {
        lowest[piece] = Math.min(lowest[piece], found[other]);
      }
    }
    if (lowest[piece] == found[piece]) {
      Set<Integer> together = new TreeSet<>();
      int last;
      do {
        last = open.pop();
        together.add(last);
      } while (last != piece);
      together.forEach(each -> ordered.add(pieces.get(each)));
    }
  }

  /** For each piece the others that it names; of one name, the earlier is for the later one. */
  private static List<Set<Integer>> needed(List<Piece> pieces) {
    if (pieces.size() < 2) {
      return Collections.nCopies(pieces.size(), Set.of());
    }
    Map<String, Set<Integer>> declared = new HashMap<>();
    List<Set<Integer>> needed = new ArrayList<>();
    List<List<Token>> tokens =
        pieces.stream().map(piece -> Lexer.significant(piece.source())).toList();
    for (int i = 0; i < pieces.size(); i++) {
      String name = name(tokens.get(i));
      Set<Integer> same = declared.computeIfAbsent(name, each -> new TreeSet<>());
      needed.add(new TreeSet<>(same));
      same.add(i);
    }
    for (int i = 0; i < pieces.size(); i++) {
      String own = name(tokens.get(i));
      Set<String> names =
          tokens.get(i).stream().filter(Token::isName).map(Token::text).collect(Collectors.toSet());
      names.remove(own);
      for (String each : names) {
        needed.get(i).addAll(declared.getOrDefault(each, Set.of()));
      }
    }
    return needed;
  }

  /** What a method or type is called. */
  static String name(Piece piece) {
    return name(Lexer.significant(piece.source()));
  }

  private static String name(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean type = TYPES.contains(tokens.get(i).text()) && tokens.get(i + 1).isName();
      if (type || (tokens.get(i).isName() && tokens.get(i + 1).is("("))) {
        return tokens.get(type ? i + 1 : i).text();
      }
    }
    return "";
  }
}
