package io.github.broadsheet.run;

import io.github.broadsheet.hint.Nearest;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.NotebookException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values given from outside, set in a cell of their own right after the one tagged {@code
 * parameters}, as papermill does it.
 */
public final class Parameters {
  private static final String TAG = "parameters";
  private static final String INJECTED = "injected-parameters";

  private Parameters() {}

  /**
   * The notebook with these values; the very same notebook if there are none.
   *
   * @param given each as {@code name=value}
   * @throws NotebookException if a name or a value does not fit the notebook
   */
  public static Notebook inject(Notebook notebook, List<String> given) {
    if (given.isEmpty()) {
      return notebook;
    }
    List<NotebookCell> cells = new ArrayList<>(notebook.cells());
    int at = place(cells);
    NotebookCell parameters = cells.get(at);
    Map<String, Declared> declared = new LinkedHashMap<>();
    Declared.in(parameters.source()).forEach(variable -> declared.put(variable.name(), variable));
    String code =
        split(given).entrySet().stream()
            .map(value -> statement(value.getKey(), value.getValue(), declared, at + 1))
            .collect(Collectors.joining("\n", "// Parameters given to this run\n", ""));
    cells.removeIf(cell -> cell.tags().contains(INJECTED));
    cells.add(
        cells.indexOf(parameters) + 1,
        NotebookCell.of(NotebookCell.Type.CODE, freeId(cells), code)
            .withMetadata(metadata -> metadata.putArray("tags").add(INJECTED)));
    return notebook.withCells(cells);
  }

  private static int place(List<NotebookCell> cells) {
    for (int at = 0; at < cells.size(); at++) {
      NotebookCell cell = cells.get(at);
      if (cell.type() == NotebookCell.Type.CODE && cell.tags().contains(TAG)) {
        return at;
      }
    }
    throw new NotebookException(
        "-p sets variables of a cell tagged \"parameters\"; this notebook has no such cell. Put the"
            + " variables into one cell and tag it: in JupyterLab with the gear at the top right,"
            + " Cell Tags; in Notebook 6 with View, Cell Toolbar, Tags.");
  }

  private static Map<String, String> split(List<String> given) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String one : given) {
      int sign = one.indexOf('=');
      if (sign < 1) {
        throw new NotebookException(
            "-p " + one + ": expected name=value, such as -p topic=\"tool use\".");
      }
      String name = one.substring(0, sign).strip();
      if (values.put(name, one.substring(sign + 1)) != null) {
        throw new NotebookException(
            "-p " + name + " is given twice. A list is one value: -p " + name + "=a,b");
      }
    }
    return values;
  }

  private static String statement(
      String name, String text, Map<String, Declared> declared, int cell) {
    Declared variable = declared.get(name);
    if (variable == null) {
      throw new NotebookException(unknown(name, declared, cell));
    }
    String what =
        "-p " + name + "=" + text + ": cell " + cell + " declares " + variable.type() + " " + name;
    ParameterType type =
        ParameterType.of(variable)
            .orElseThrow(
                () ->
                    new NotebookException(
                        what
                            + ", which cannot be set from outside. A parameter is a String, int,"
                            + " long, double, boolean, LocalDate or a List of those; where it is"
                            + " a var, write its type."));
    try {
      return variable.type() + " " + name + " = " + type.literal(text) + ";";
    } catch (RuntimeException e) {
      throw new NotebookException(what + "; expected " + type.expected(name) + ".", e);
    }
  }

  private static String unknown(String name, Map<String, Declared> declared, int cell) {
    if (declared.isEmpty()) {
      return "-p "
          + name
          + ": cell "
          + cell
          + " is tagged \"parameters\" but declares no variable."
          + " Write there, for example: String "
          + name
          + " = \"\";";
    }
    String there =
        declared.values().stream()
            .map(variable -> variable.name() + " (" + variable.type() + ")")
            .collect(Collectors.joining(", "));
    String meant =
        Nearest.to(name, declared.keySet()).map(near -> " Did you mean " + near + "?").orElse("");
    return "There is no parameter " + name + "; cell " + cell + " has " + there + "." + meant;
  }

  private static String freeId(List<NotebookCell> cells) {
    String id = INJECTED;
    for (int n = 2; has(cells, id); n++) {
      id = INJECTED + "-" + n;
    }
    return id;
  }

  private static boolean has(List<NotebookCell> cells, String id) {
    return cells.stream().anyMatch(cell -> cell.id().equals(id));
  }
}
