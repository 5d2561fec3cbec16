package io.github.broadsheet.engine;

/**
 * Code to run at once.
 *
 * @param number how errors name it, {@code Cell In[3]}
 * @param file that the code was loaded from; empty if it is the cell's own
 */
public record Cell(int number, String code, String file) {
  /** A cell with code of its own. */
  public Cell(int number, String code) {
    this(number, code, "");
  }

  /** How errors name it. */
  String name() {
    return "Cell In[" + number + "]" + (file.isEmpty() ? "" : ", " + file);
  }
}
