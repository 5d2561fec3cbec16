package io.github.broadsheet.engine;

/**
 * Code to run at once.
 *
 * @param number how errors name it, {@code Cell In[3]}, and how {@code out(3)} finds its value
 * @param file that the code was loaded from; empty if it is the cell's own
 */
public record Cell(int number, String code, String file) {
  /** The number of code that is not counted: its value is not kept. */
  public static final int UNCOUNTED = 0;

  /** Lines end as Java ends them; a notebook saved on another system may say otherwise. */
  public Cell {
    code = code.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** A cell with code of its own. */
  public Cell(int number, String code) {
    this(number, code, "");
  }

  /** How errors name it. */
  String name() {
    return "Cell In[" + number + "]" + (file.isEmpty() ? "" : ", " + file);
  }
}
