package io.github.broadsheet.hint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the language or the compiler does not allow at all. */
final class Limits {
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "reference to (\\w+) is ambiguous\\s+both \\w+ \\S+ in ([\\w.]+) and \\w+ \\S+ in ([\\w.]+) match");

  private Limits() {}

  static Optional<Hint> of(Spot spot) {
    String key = spot.key();
    if (key.contains("underscore") || spot.written().equals("_")) {
      return hint("_ is a keyword of Java: out() is the last value, out(3) that of cell 3");
    }
    if (key.contains("limit.string")) {
      return hint(
          "a text in the code has at most 65,535 bytes: Files.readString(Path.of(…)) reads more");
    }
    if (key.startsWith("limit.")) {
      return hint("the code of one statement or method has at most 64 kB: read data from a file");
    }
    Matcher ambiguous = AMBIGUOUS.matcher(spot.problem().message());
    if (ambiguous.find()) {
      String name = "." + ambiguous.group(1);
      return hint(
          "say which: import "
              + ambiguous.group(2)
              + name
              + "; or import "
              + ambiguous.group(3)
              + name
              + ";");
    }
    return switch (key) {
      case "does.not.override.abstract" ->
          hint("it needs each method of the interface: public, with the same name and parameters");
      case "missing.ret.stmt" -> hint("each way through it must end with return … or throw …");
      case "unreported.exception.need.to.catch.or.throw" ->
          hint(
              "in a method: write throws Exception behind the parameters; in a lambda: try { … } catch"
                  + " (Exception e) { … }");
      case "unclosed.str.lit" ->
          hint(
              "a \" is missing at its end; text of several lines stands between \"\"\" and \"\"\"");
      case "non-static.cant.be.ref" ->
          spot.written().startsWith("this")
              ? hint("a cell is no object: this is there inside a class only")
              : hint("it belongs to a value of the class, not to the class");
      case "cant.infer.local.var.type" ->
          hint(
              "var takes its type from the value, and this has none: write the type in place of var");
      case "not.exhaustive" -> hint("default -> … stands for all other values");
      case "illegal.esc.char" -> hint("a \\ in text is written \\\\");
      case "cant.ref.non.effectively.final.var" ->
          hint(
              "a lambda can read a local variable that never changes, and change none; a variable of the"
                  + " cell itself, outside of { … }, it can");
      case "not.stmt" -> unused(spot);
      default -> Optional.empty();
    };
  }

  /** The value that a method ends with, as in other languages. */
  private static Optional<Hint> unused(Spot spot) {
    int depth = 0;
    for (int i = 0; i < spot.at(); i++) {
      depth += spot.tokens().get(i).is("{") ? 1 : spot.tokens().get(i).is("}") ? -1 : 0;
    }
    String written = Conversions.shortened(spot.written());
    return depth == 0
        ? Optional.empty()
        : hint("by itself it does nothing: return " + written + "; gives it back");
  }

  private static Optional<Hint> hint(String text) {
    return Optional.of(Hint.of(text));
  }
}
