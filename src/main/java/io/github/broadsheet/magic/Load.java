package io.github.broadsheet.magic;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Token;
import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.CommandException;
import io.github.broadsheet.engine.Step;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.NotebookException;
import io.github.broadsheet.notebook.NotebookFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code %load}: the code of a file as if it stood in the cell. */
final class Load {
  private static final List<String> ENDINGS = List.of("", ".java", ".jshell", ".jsh", ".ipynb");
  private static final Pattern JSHELL_COMMAND = Pattern.compile("(?m)^/[a-z!?].*");

  private final Commands commands;
  private final Set<Path> loading = new HashSet<>();

  Load(Commands commands) {
    this.commands = commands;
  }

  List<Step> run(Call call) throws IOException {
    if (call.magic().arguments().isEmpty()) {
      throw call.incomplete("a file", "%load Helpers.java");
    }
    Path file = find(call.words().get(0));
    if (call.cell().file().isEmpty()) {
      loading.clear();
    }
    if (!loading.add(file)) {
      throw new CommandException(
          "LoadError", file + " loads itself; take the %load out of it or of what it loads");
    }
    List<Step> steps = new ArrayList<>();
    for (Cell each : code(call.cell().number(), file)) {
      steps.addAll(Evaluator.steps(each, commands));
    }
    steps.add(call.then(() -> loading.remove(file)));
    return steps;
  }

  static Path find(String typed) {
    String name = LocalFiles.expand(typed);
    return ENDINGS.stream()
        .map(ending -> Path.of(name + ending).toAbsolutePath().normalize())
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(() -> LocalFiles.missing(Path.of(name)));
  }

  /** The code of a file, as cells of their own. */
  static List<Cell> code(int number, Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".java")) {
      return List.of(new Cell(number, withoutPackage(text(file)), name));
    }
    if (!name.endsWith(".ipynb")) {
      return List.of(new Cell(number, JSHELL_COMMAND.matcher(text(file)).replaceAll(""), name));
    }
    List<Cell> code = new ArrayList<>();
    int place = 0;
    for (NotebookCell cell : cells(file)) {
      place++;
      if (cell.runs()) {
        code.add(new Cell(number, cell.source(), name + ", cell " + place));
      }
    }
    return code;
  }

  private static List<NotebookCell> cells(Path file) throws IOException {
    try {
      return NotebookFile.read(file).cells();
    } catch (NotebookException e) {
      throw new CommandException("LoadError", String.valueOf(e.getMessage()), e);
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new CommandException(
          "LoadError", file + " is not UTF-8 text; %load runs .java, .jshell and .ipynb files", e);
    }
  }

  /** A cell is in no package; positions stay. */
  private static String withoutPackage(String code) {
    List<Token> tokens = Lexer.significant(code);
    if (tokens.isEmpty() || !tokens.get(0).is("package")) {
      return code;
    }
    int start = tokens.get(0).start();
    int end = code.indexOf(';', start) + 1;
    return code.substring(0, start)
        + " ".repeat(Math.max(0, end - start))
        + code.substring(Math.max(start, end));
  }
}
