package io.github.broadsheet.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** javac's diagnostics of a unit as problems of the cell. */
final class Problems {
  /** True of a local variable or of one body, but not of JShell's snippets one by one. */
  private static final Set<String> NOT_IN_JSHELL =
      Set.of(
          "cant.ref.non.effectively.final.var",
          "var.might.not.have.been.initialized",
          "var.might.already.be.assigned",
          "not.stmt",
          "underscore.as.identifier");

  /** Hold at the top level only, where each statement is a snippet of its own. */
  private static final Set<String> NOT_AT_TOP =
      Set.of("unreachable.stmt", "cant.infer.local.var.type", "illegal.start.of.stmt");

  /** What JShell lets pass in a method or type until it is used, hoping for a later cell. */
  private static final Set<String> UNRESOLVED =
      Set.of(
          "cant.resolve",
          "cant.resolve.args",
          "cant.resolve.args.params",
          "cant.resolve.location",
          "cant.resolve.location.args",
          "cant.resolve.location.args.params",
          "doesnt.exist");

  /** What javac and JShell agree upon wherever it stands. */
  private static final Set<String> DEFINITE =
      Set.of(
          "prob.found.req",
          "incomparable.types",
          "operator.cant.be.applied",
          "operator.cant.be.applied.1",
          "cant.apply.symbol",
          "cant.apply.symbols",
          "cant.deref",
          "illegal.start.of.expr",
          "expected",
          "expected2",
          "expected3",
          "premature.eof",
          "unclosed.str.lit",
          "unclosed.char.lit",
          "unclosed.text.block",
          "unclosed.comment",
          "int.number.too.large",
          "missing.ret.stmt",
          "abstract.cant.be.instantiated",
          "array.req.but.found",
          "foreach.not.applicable.to.type",
          "report.access",
          "non-static.cant.be.ref");

  private static final Set<String> AT_THE_END =
      Set.of("premature.eof", "expected", "expected2", "expected3");

  private static final Pattern LOCATION = Pattern.compile("location: variable (\\w+) of type");

  private final Unit unit;
  private final String cell;
  private final boolean hasMagics;
  private final Set<String> partial;

  /**
   * Of one cell.
   *
   * @param partial variables that have members of which the unit does not know
   */
  Problems(Unit unit, String cell, boolean hasMagics, Set<String> partial) {
    this.partial = partial;
    this.unit = unit;
    this.cell = cell;
    this.hasMagics = hasMagics;
  }

  List<Problem> of(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    List<Problem> problems = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : diagnostics) {
      Problem problem = each.getKind() == Diagnostic.Kind.ERROR ? of(each) : null;
      if (problem != null) {
        problems.add(problem);
      }
    }
    return problems.stream().map(problem -> softened(problem, problems)).toList();
  }

  private @Nullable Problem of(Diagnostic<?> diagnostic) {
    String key = key(diagnostic.getCode());
    int start = unit.toCell((int) diagnostic.getStartPosition());
    int end = unit.toCell((int) diagnostic.getEndPosition());
    if ((start < 0 && !AT_THE_END.contains(key)) || isOfPartial(diagnostic)) {
      return null;
    }
    start = start < 0 ? cell.stripTrailing().length() : start;
    start = Problem.named(cell, start, end, unit.toCell((int) diagnostic.getPosition()));
    end = Math.max(start, end);
    Part part = unit.partAt(start);
    boolean member = isMember(part);
    if (NOT_IN_JSHELL.contains(key) || (!member && NOT_AT_TOP.contains(key))) {
      return null;
    }
    return new Problem(
        start, end, diagnostic.getCode(), message(diagnostic), isDefinite(key, start, part));
  }

  private boolean isOfPartial(Diagnostic<?> diagnostic) {
    Matcher location = LOCATION.matcher(diagnostic.getMessage(Locale.ROOT));
    return !partial.isEmpty() && location.find() && partial.contains(location.group(1));
  }

  private boolean isDefinite(String key, int start, @Nullable Part part) {
    if (UNRESOLVED.contains(key)) {
      boolean mayComeLater =
          hasMagics
              || part == null
              || isMember(part)
              || (part.kind() == Part.Kind.VARIABLE && start < part.typeEnd());
      return !mayComeLater;
    }
    return DEFINITE.contains(key);
  }

  /** A member with an unresolved name is kept by JShell for later, whatever else is wrong in it. */
  private Problem softened(Problem problem, List<Problem> all) {
    Part part = unit.partAt(problem.start());
    boolean recoverable =
        isMember(part)
            && all.stream()
                .anyMatch(
                    other ->
                        UNRESOLVED.contains(key(other.code()))
                            && isMember(unit.partAt(other.start())));
    return recoverable
        ? new Problem(problem.start(), problem.end(), problem.code(), problem.message(), false)
        : problem;
  }

  private static boolean isMember(@Nullable Part part) {
    return part != null && (part.kind() == Part.Kind.METHOD || part.kind() == Part.Kind.TYPE);
  }

  private static String key(String code) {
    return code.substring(code.indexOf('.', code.indexOf('.') + 1) + 1);
  }

  /** javac's words without the names that only the unit has. */
  private static String message(Diagnostic<?> diagnostic) {
    String message = diagnostic.getMessage(Locale.ROOT);
    StringBuilder cleaned = new StringBuilder();
    for (String line : message.lines().toList()) {
      if (!line.strip().matches("location: class \\S*\\$(Cell|\\d+)")) {
        cleaned.append(cleaned.isEmpty() ? "" : "\n").append(line);
      }
    }
    return cleaned.toString().replaceAll("(\\$cell\\.)?\\$(Cell|\\d+)\\.", "");
  }
}
