package io.github.broadsheet.magic;

import io.github.broadsheet.analysis.Magic;
import io.github.broadsheet.analysis.Magics;
import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.CellIo;
import io.github.broadsheet.engine.Outcome;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.engine.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs cells that may have magics in them: {@code %maven G:A:V}, {@code %%time}, {@code %jars
 * lib/*} and the others of {@code %lsmagic}. Java and magics of a cell run in the order in which
 * they stand, and the value of the last Java is that of the cell.
 */
public final class Evaluator {
  private final Session session;
  private final Commands commands;

  /** For one session: what one magic has set, later ones know. */
  public Evaluator(Session session) {
    this(session, Sharing.NONE);
  }

  /** The same, with what {@code %share} does. */
  public Evaluator(Session session, Sharing sharing) {
    this(session, Variables.ofTheProgram(), MavenSettings.ofTheUser(), sharing);
  }

  Evaluator(Session session, Variables variables, MavenSettings maven, Sharing sharing) {
    this.session = session;
    this.commands = new Commands(variables, maven, sharing);
  }

  /** Runs a cell and waits for its end, as {@link Session#evaluate(Cell, CellIo)} does. */
  public Outcome evaluate(Cell cell, CellIo io) {
    List<Magic> magics = Magics.in(cell.code());
    return magics.isEmpty()
        ? session.evaluate(cell, io)
        : session.evaluate(cell, steps(cell, magics, commands), io);
  }

  /** A cell cut at its magics. */
  static List<Step> steps(Cell cell, Commands commands) {
    return steps(cell, Magics.in(cell.code()), commands);
  }

  private static List<Step> steps(Cell cell, List<Magic> magics, Commands commands) {
    String java = Magics.blank(cell.code());
    List<Step> steps = new ArrayList<>();
    int end = cell.code().length();
    for (int i = magics.size() - 1; i >= 0; i--) {
      Magic magic = magics.get(i);
      addJava(cell, java, magic.end(), end, steps);
      boolean whole = magic.leads() && magic.name().startsWith("%%");
      List<Step> rest = whole ? List.copyOf(steps) : List.of();
      if (whole) {
        steps.clear();
      }
      Call call = new Call(cell, magic, rest);
      steps.add(0, new Step.Command(cell, magic.start(), magic.end(), () -> commands.run(call)));
      end = magic.start();
    }
    addJava(cell, java, 0, end, steps);
    return steps;
  }

  private static void addJava(Cell cell, String java, int start, int end, List<Step> steps) {
    if (!java.substring(start, end).isBlank()) {
      steps.add(0, new Step.Java(cell, only(java, start, end)));
    }
  }

  /** The text with all but a part of it turned to spaces. */
  static String only(String text, int start, int end) {
    return text.substring(0, start).replaceAll("[^\\r\\n]", " ")
        + text.substring(start, end)
        + text.substring(end).replaceAll("[^\\r\\n]", " ");
  }
}
