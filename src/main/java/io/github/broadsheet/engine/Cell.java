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

  /** What some editors write before the first character of a file. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  /** Lines end as Java ends them; a notebook saved on another system may say otherwise. */
  public Cell {
    code = code.replace("\r\n", "\n").replace('\r', '\n');
    code = code.startsWith(BYTE_ORDER_MARK) ? " " + code.substring(1) : code;
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
