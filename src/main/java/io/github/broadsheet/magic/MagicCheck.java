package io.github.broadsheet.magic;

import io.github.broadsheet.analysis.Magic;
import io.github.broadsheet.analysis.Magics;
import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.CommandException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the magics of a notebook would give its cells, found out without doing anything: nothing is
 * fetched, set or run.
 */
public final class MagicCheck {
  /**
   * What those of one cell give.
   *
   * @param jars that are on this machine
   * @param code of other files, before that of the cell
   * @param problems what would fail
   * @param notes what is not known here, such as jars that are still to be fetched
   */
  public record Found(
      List<Path> jars, List<Cell> code, List<Problem> problems, List<String> notes) {
    public Found {
      jars = List.copyOf(jars);
      code = List.copyOf(code);
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }
  }

  private final MavenSettings maven;
  private final Commands commands;
  private final Map<String, Coordinate> asked = new LinkedHashMap<>();

  /** For one notebook: what it has asked Maven for is resolved together. */
  public MagicCheck() {
    this(MavenSettings.ofTheUser());
  }

  MagicCheck(MavenSettings maven) {
    this.maven = maven;
    this.commands = new Commands(Variables.ofTheProgram(), maven);
  }

  /** What is wrong with how magics are written in a cell: in an instant, without a look at jars. */
  public static List<Problem> writing(Cell cell) {
    Reading reading = new MagicCheck().new Reading(false);
    reading.read(cell);
    return List.copyOf(reading.problems);
  }

  /** Looks at the magics of the next cell. */
  public Found of(Cell cell) {
    Reading reading = new Reading(true);
    reading.read(cell);
    return new Found(reading.jars, reading.code, reading.problems, reading.notes);
  }

  private final class Reading {
    final List<Path> jars = new ArrayList<>();
    final List<Cell> code = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    private final Set<Path> loaded = new HashSet<>();
    private final boolean resolves;

    Reading(boolean resolves) {
      this.resolves = resolves;
    }

    void read(Cell cell) {
      for (Magic magic : Magics.in(cell.code())) {
        try {
          read(new Call(cell, magic, List.of()));
        } catch (CommandException | IOException e) {
          String where = cell.file().isEmpty() ? "" : cell.file() + ": ";
          problems.add(
              new Problem(magic.start(), magic.end(), "magic", where + e.getMessage(), true));
        }
      }
    }

    private void read(Call call) throws IOException {
      String name = call.magic().name();
      if (call.asksForHelp()) {
        return;
      }
      switch (commands.of(name).name()) {
        case "%maven" -> fetch(call, Dependencies.coordinates(call));
        case "%loadFromPOM" -> fetch(call, Dependencies.read(call).dependencies());
        case "%jars" -> jars.addAll(Jars.entries(call));
        case "%load" -> load(call);
        default -> {
          // It gives the cells nothing.
        }
      }
    }

    private void load(Call call) throws IOException {
      if (call.words().isEmpty()) {
        throw call.incomplete("a file", "%load Helpers.java");
      }
      Path file = Load.find(call.words().get(0));
      if (loaded.add(file)) {
        for (Cell each : Load.code(call.cell().number(), file)) {
          read(each);
          code.add(each);
        }
      }
    }

    private void fetch(Call call, List<Coordinate> wanted) {
      if (!resolves) {
        return;
      }
      wanted.forEach(each -> asked.put(each.key(), each));
      try {
        for (Resolved jar : new MavenResolver(maven).resolve(asked.values(), List.of(), true)) {
          if (SharedJars.with(jar) == null) {
            jars.add(jar.file());
          }
        }
      } catch (Exception e) {
        notes.add(
            call.magic().name()
                + " "
                + call.magic().arguments()
                + ": not in the local Maven repository, so what needs it is not checked; running the"
                + " cell once fetches it");
      }
    }
  }
}
