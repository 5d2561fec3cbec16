package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import org.jspecify.annotations.Nullable;

/** Where in which cell a line of JShell's generated classes comes from. */
final class Places {
  /** A line of a cell; lines count from 1. */
  record Place(String cell, int line, String text) {}

  /** The lines of one generated class: the snippet's first line is {@code line} of the cell. */
  private record Origin(Cell cell, int line, int[] generated) {}

  /** Where a snippet begins. */
  private record Start(Cell cell, int line, String comment) {
    static Start of(Cell cell, Piece piece) {
      String before = cell.code().substring(0, piece.offset());
      String comment = "";
      if (before.contains("/**")) {
        for (Token token : Lexer.tokens(before)) {
          comment = token.text().startsWith("/**") ? token.text() + "\n" : "";
        }
      }
      return new Start(cell, lineOf(cell.code(), piece.offset()), comment);
    }
  }

  private final Map<String, Origin> byClass = new ConcurrentHashMap<>();
  private final Map<String, Start> bySnippet = new HashMap<>();
  private final Set<String> lastCell = new HashSet<>();
  // The ids of snippets that have compiled at least once.
  private final Set<String> compiled = new HashSet<>();

  void begin() {
    lastCell.clear();
  }

  /** Remembers the classes of what was just evaluated, and of what JShell compiled again for it. */
  void add(Cell cell, Piece piece, List<SnippetEvent> events, SourceCodeAnalysis analysis) {
    for (SnippetEvent event : events) {
      Snippet snippet = event.snippet();
      if (event.causeSnippet() == null) {
        lastCell.add(snippet.id());
        bySnippet.put(snippet.id(), Start.of(cell, piece));
      }
      if (event.status() == Status.VALID) {
        compiled.add(snippet.id());
      }
      Start start = bySnippet.get(snippet.id());
      if (start != null && event.status().isDefined()) {
        SnippetWrapper wrapper = analysis.wrapper(snippet);
        byClass.put(
            wrapper.fullClassName(), new Origin(start.cell, start.line, generated(wrapper)));
      }
    }
  }

  /** Remembers a class whose code is a piece, from a line on. */
  void add(Cell cell, Piece piece, String className, int line) {
    int lines = (int) piece.source().lines().count();
    int start = lineOf(cell.code(), piece.offset());
    byClass.put(className, new Origin(cell, start, IntStream.range(line, line + lines).toArray()));
  }

  /** A later cell has declared a variable again. */
  void move(Snippet snippet, Cell cell, Piece piece) {
    bySnippet.put(snippet.id(), Start.of(cell, piece));
  }

  boolean inLastCell(Snippet snippet) {
    return lastCell.contains(snippet.id());
  }

  /** The cell that declared a snippet. */
  @Nullable Cell cellOf(Snippet snippet) {
    Start start = bySnippet.get(snippet.id());
    return start == null ? null : start.cell;
  }

  /** The documentation comment above a snippet; empty if there is none. */
  String commentOf(Snippet snippet) {
    Start start = bySnippet.get(snippet.id());
    return start == null ? "" : start.comment;
  }

  /** Of a method or type that does not compile: what it lacks, or which cell to run. */
  @Nullable String unfinished(JShell shell, String name) {
    return shell
        .snippets()
        .filter(s -> s instanceof DeclarationSnippet named && named.name().equals(name))
        .filter(s -> shell.status(s) == Status.RECOVERABLE_NOT_DEFINED)
        .map(s -> unfinished(shell, (DeclarationSnippet) s))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private Optional<String> unfinished(JShell shell, DeclarationSnippet snippet) {
    if (!compiled.contains(snippet.id())) {
      return Optional.of(waiting(shell, snippet));
    }
    return Optional.ofNullable(cellOf(snippet))
        .map(
            cell ->
                snippet.name()
                    + " no longer compiles with what was declared since: run "
                    + cell.name()
                    + " again, or change it");
  }

  /** What a declaration cannot be used without. */
  static String waiting(JShell shell, DeclarationSnippet snippet) {
    return snippet.name()
        + " can be used once there is "
        + shell.unresolvedDependencies(snippet).sorted().collect(Collectors.joining(" and "))
        + ", which is not declared yet";
  }

  /** Where a frame of the reader's code is; null if it is none. */
  @Nullable Place of(StackTraceElement frame) {
    Origin origin = byClass.get(outermost(frame.getClassName()));
    if (origin == null) {
      return null;
    }
    int index = 0;
    for (int i = 0; i < origin.generated.length; i++) {
      if (origin.generated[i] <= frame.getLineNumber()) {
        index = i;
      }
    }
    int line = origin.line + index;
    List<String> lines = origin.cell.code().lines().toList();
    return new Place(origin.cell.name(), line, line <= lines.size() ? lines.get(line - 1) : "");
  }

  /** Whether a frame is of code that cells declare. */
  static boolean isCell(StackTraceElement frame) {
    return frame.getClassName().startsWith("REPL.");
  }

  private static String outermost(String className) {
    String jshell = "REPL.$JShell$";
    if (!className.startsWith(jshell)) {
      return className;
    }
    int nested = className.indexOf('$', jshell.length());
    return nested < 0 ? className : className.substring(0, nested);
  }

  /** For each line of the snippet, its line in the generated class. */
  private static int[] generated(SnippetWrapper wrapper) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    String source = wrapper.source().stripTrailing();
    for (int i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) {
      starts.add(i + 1);
    }
    String wrapped = wrapper.wrapped();
    return starts.stream()
        .mapToInt(start -> lineOf(wrapped, wrapper.sourceToWrappedPosition(start)))
        .toArray();
  }

  /** The line of a position, from 1. */
  static int lineOf(String text, int position) {
    int line = 1;
    for (int i = 0; i < Math.min(position, text.length()); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }
}
