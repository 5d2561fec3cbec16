package io.github.broadsheet.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command line that was run as a user would, and what came out of it. */
record Run(int code, String out, String err) {
  static Run of(String... args) {
    return on(Terminal.plain(), args);
  }

  static Run on(Terminal terminal, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(terminal, new PrintWriter(out), new PrintWriter(err), args);
    return new Run(code, out.toString(), err.toString());
  }
}
