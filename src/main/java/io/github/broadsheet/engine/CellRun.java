package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Analyzer;
import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.OpenComment;
import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.analysis.Token;
import io.github.broadsheet.engine.CellIo.Channel;
import io.github.broadsheet.engine.UserCode.Ending;
import io.github.broadsheet.hint.Doubts;
import io.github.broadsheet.hint.Hints;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.StatementSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** The Java of one cell from its text to its outcome. */
final class CellRun {
  /** What all cells of a session share. */
  record Parts(
      Shell shell,
      Execution execution,
      Analyzer analyzer,
      Places places,
      Variables variables,
      Results results,
      Leftovers leftovers,
      ScopeKeeper scopes,
      Shortcut shortcut) {
    Failures failures(Cell cell) {
      Hints hints = new Hints(scopes.current(), new ShellNames(shell));
      return new Failures(places, hints, this::lost, cell);
    }

    private @Nullable String lost(String name) {
      String variable = variables.lost(name);
      String result = variable == null ? results.lost(name) : variable;
      return result == null ? places.unfinished(shell.open(), name) : result;
    }
  }

  /** JShell takes {@code display papers} for a declaration, and papers would be gone. */
  private static final Pattern TWO_WORDS = Pattern.compile("\\s*\\w+\\s+\\w+\\s*;?\\s*");

  private final Parts session;
  private final Cell cell;
  private final String code;
  private final boolean last;
  private final Stop stop;
  private final Streams.Target target;
  private final Failures failures;
  private final StraightRun straight;

  /** With whether its value is the cell's. */
  CellRun(Parts session, Step.Java java, boolean last, Stop stop, Streams.Target target) {
    this.session = session;
    this.cell = java.cell();
    this.code = java.code();
    this.last = last;
    this.stop = stop;
    this.target = target;
    this.failures = session.failures(cell);
    this.straight = new StraightRun(session, cell, stop, target, failures);
  }

  Outcome run() {
    Outcome outcome = runPieces();
    session.variables.sayLost(target);
    return outcome;
  }

  private Outcome runPieces() {
    session.results.declare(names());
    Piece whole = Piece.whole(code);
    Shortcut.Made made = straight.make(whole);
    if (made == null) {
      return runSplit();
    }
    tellDoubts();
    return straight.run(made, whole, last);
  }

  private Set<String> names() {
    return code.indexOf('$') < 0
        ? Set.of()
        : Lexer.significant(code).stream().map(Token::text).collect(Collectors.toSet());
  }

  private void tellDoubts() {
    for (Doubts.Doubt doubt : Doubts.in(code)) {
      int line = Places.lineOf(code, doubt.start());
      target.print(Channel.ERR, cell.name() + ", line " + line + ": " + doubt.text() + "\n");
    }
  }

  private Outcome runSplit() {
    List<Piece> pieces = Piece.split(session.shell.open().sourceCodeAnalysis(), code);
    Outcome refusal = refusal(pieces);
    if (refusal != null) {
      return refusal;
    }
    tellDoubts();
    Outcome outcome = new Outcome.Done(null);
    Deque<Piece> todo = new ArrayDeque<>(DeclarationOrder.of(pieces));
    boolean untold = false;
    while (!todo.isEmpty()) {
      if (stop.requested()) {
        return failures.runtime(null, stop);
      }
      Piece piece = todo.remove();
      if (untold && piece.mayTakeLong()) {
        session.scopes.publish();
        untold = false;
      }
      Shortcut.Made made = straight.make(piece);
      if (made != null) {
        outcome = straight.run(made, piece, last && todo.isEmpty());
        if (outcome instanceof Outcome.Failed) {
          return outcome;
        }
        continue;
      }
      Reassignment again = Reassignment.of(piece, session.shell.open());
      Shortcut.Made assignment = again == null ? null : straight.make(again.piece());
      if (again != null && assignment != null) {
        session.places.move(again.variable(), cell, piece);
        outcome = straight.run(assignment, again.piece(), false);
        if (outcome instanceof Outcome.Failed) {
          return outcome;
        }
        continue;
      }
      List<SnippetEvent> events = evaluate(again == null ? piece : again.piece());
      if (again != null && rejected(events)) {
        again = null;
        events = evaluate(piece);
      }
      if (again != null) {
        session.places.move(again.variable(), cell, piece);
        piece = again.piece();
      }
      List<Problem> beyond =
          problems(piece, events).stream().filter(p -> p.code().contains(".limit.")).toList();
      if (!beyond.isEmpty()) {
        events.forEach(event -> session.shell.open().drop(event.snippet()));
        session.scopes.renewCompiler();
        return failures.compilation(beyond);
      }
      if (rejected(events)) {
        List<Piece> needed = declarationsOf(piece, todo);
        if (needed.isEmpty()) {
          return failures.compilation(problems(piece, events), blindness(piece));
        }
        todo.removeAll(needed);
        todo.addFirst(piece);
        for (int i = needed.size() - 1; i >= 0; i--) {
          todo.addFirst(needed.get(i));
        }
        continue;
      }
      Ending ending = session.execution.ending();
      if (ending != null && ending.thrown() != null || stop.requested()) {
        session.variables.undo(events);
        return failures.runtime(ending, stop);
      }
      for (SnippetEvent event : events) {
        if (event.exception() instanceof UnresolvedReferenceException unresolved) {
          return failures.unresolved(
              unresolved,
              session
                  .shell
                  .open()
                  .unresolvedDependencies(unresolved.getSnippet())
                  .sorted()
                  .toList());
        }
      }
      untold |= events.stream().anyMatch(e -> e.snippet() instanceof DeclarationSnippet);
      outcome = outcome(piece, events, ending, last && todo.isEmpty());
    }
    noteUnresolved();
    return outcome;
  }

  private List<SnippetEvent> evaluate(Piece piece) {
    List<SnippetEvent> events = session.shell.open().eval(piece.source());
    session.places.add(cell, piece, events, session.shell.open().sourceCodeAnalysis());
    session.variables.restore(events);
    events.stream()
        .map(SnippetEvent::snippet)
        .filter(s -> s instanceof ExpressionSnippet || s instanceof StatementSnippet)
        .forEach(session.leftovers::drop);
    return events;
  }

  /** Why nothing of the cell is run; null if all of it compiles as far as can be told. */
  private @Nullable Outcome refusal(List<Piece> pieces) {
    List<Problem> open = OpenComment.in(code);
    if (!open.isEmpty()) {
      return failures.compilation(open);
    }
    if (pieces.isEmpty()) {
      return null;
    }
    List<Problem> misled = pieces.stream().map(Piece::misled).filter(Objects::nonNull).toList();
    if (!misled.isEmpty()) {
      return failures.compilation(misled);
    }
    Piece end = pieces.get(pieces.size() - 1);
    if (end.complete() && pieces.size() == 1 && !TWO_WORDS.matcher(code).matches()) {
      return null;
    }
    Problem packaged = end.packageLine(code);
    if (packaged != null) {
      return failures.compilation(List.of(packaged));
    }
    List<Problem> definite =
        session.analyzer.problems(session.scopes.current(), code).stream()
            .filter(problem -> problem.definite() || failures.isForeign(problem))
            .toList();
    if (!definite.isEmpty()) {
      return failures.compilation(definite);
    }
    return end.complete() ? null : failures.compilation(SyntaxErrors.of(session.shell.open(), end));
  }

  /**
   * What to do where JShell alone finds a fault, as until JDK 21 it sees no other method of the
   * same name from inside of one; null where that is not the reason.
   */
  private @Nullable String blindness(Piece piece) {
    String name = piece.declares() ? DeclarationOrder.name(piece) : "";
    boolean overloads =
        session.shell.open().methods().anyMatch(method -> method.name().equals(name));
    boolean right =
        session.analyzer.problems(session.scopes.current(), code).stream()
            .noneMatch(Problem::definite);
    return overloads && right
        ? "Java's shell does not see the other "
            + name
            + " from here: give one of them another name, or make both static methods of a class"
        : null;
  }

  private List<Problem> problems(Piece piece, List<SnippetEvent> events) {
    List<Problem> problems = new ArrayList<>();
    for (SnippetEvent event : events) {
      problems.addAll(
          SyntaxErrors.of(session.shell.open().diagnostics(event.snippet()).toList(), piece));
    }
    return problems;
  }

  /** The declarations further down that a piece that did not compile may be waiting for. */
  private static List<Piece> declarationsOf(Piece piece, Deque<Piece> later) {
    return later.stream().filter(p -> p.declares() && p.offset() > piece.offset()).toList();
  }

  private Outcome outcome(
      Piece piece, List<SnippetEvent> events, @Nullable Ending ending, boolean atEnd) {
    if (ending == null || !isExpression(events)) {
      return new Outcome.Done(null);
    }
    boolean shown = atEnd && piece.shown() && !target.displayed(ending.value());
    boolean kept = shown && cell.number() != Cell.UNCOUNTED;
    session.results.add(cell.number(), ending.value(), temporaryOf(events), kept);
    return shown ? straight.show(ending.value()) : new Outcome.Done(null);
  }

  /**
   * Says what was declared but cannot be called yet, because it names something that is nowhere.
   */
  private void noteUnresolved() {
    session
        .shell
        .snippets()
        .filter(s -> session.places.inLastCell(s) && s instanceof DeclarationSnippet)
        .map(DeclarationSnippet.class::cast)
        .filter(s -> session.shell.open().unresolvedDependencies(s).findAny().isPresent())
        .forEach(s -> target.print(Channel.ERR, unresolved(s)));
  }

  private String unresolved(DeclarationSnippet snippet) {
    return Places.waiting(session.shell.open(), snippet) + "\n";
  }

  private static boolean rejected(List<SnippetEvent> events) {
    return events.stream().anyMatch(e -> e.causeSnippet() == null && e.status() == Status.REJECTED);
  }

  private static boolean isExpression(List<SnippetEvent> events) {
    return events.stream()
        .filter(e -> e.causeSnippet() == null)
        .anyMatch(e -> e.snippet() instanceof ExpressionSnippet || isTemporary(e.snippet()));
  }

  private static boolean isTemporary(Snippet snippet) {
    return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
  }

  private static @Nullable VarSnippet temporaryOf(List<SnippetEvent> events) {
    return events.stream()
        .filter(e -> e.causeSnippet() == null && isTemporary(e.snippet()))
        .map(e -> (VarSnippet) e.snippet())
        .findFirst()
        .orElse(null);
  }
}
