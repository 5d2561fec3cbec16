package io.github.broadsheet.display;

import java.io.Console;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Where a bar is drawn. */
interface ProgressScreen {
  /** Draws a state, over the one before it unless it is the first. */
  void draw(ProgressState state, boolean first);

  /** The notebook if there is one, else the terminal, else a log. */
  static ProgressScreen here() {
    if (Display.hosted()) {
      return new Notebook();
    }
    return terminal() ? new Terminal(System.err, columns()) : new Log(System.err);
  }

  /** Since Java 22 there may be a console without a terminal, which then says so. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean terminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  /** How wide the terminal is. */
  static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : 80;
  }

  /** One output, updated in its place. */
  final class Notebook implements ProgressScreen {
    private @Nullable String id;

    @Override
    public void draw(ProgressState state, boolean first) {
      if (id == null) {
        id = Display.display(state);
      } else {
        Display.updateDisplay(id, state);
      }
    }
  }

  /** One line, rewritten in its place. */
  record Terminal(PrintStream out, int columns) implements ProgressScreen {
    @Override
    public void draw(ProgressState state, boolean first) {
      String line = state.line(columns - 1);
      out.print("\r" + line + "\u001B[K" + (state.ended() ? System.lineSeparator() : ""));
      out.flush();
    }
  }

  /** A file or a pipe keeps every line, so it gets the first and the last only. */
  record Log(PrintStream out) implements ProgressScreen {
    @Override
    public void draw(ProgressState state, boolean first) {
      if (first || state.ended()) {
        out.println(state.line());
      }
    }
  }
}
