package io.github.broadsheet.hint;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The imports that would bring a class, the likeliest first. */
final class Imports {
  private static final Pattern INTERNAL =
      Pattern.compile("\\.(?:internal|impl|shaded)\\.|^(?:com\\.)?sun\\.|^jdk\\.");

  /** Hardly a notebook means a class of these, such as java.awt.print.Paper. */
  private static final Pattern RARE =
      Pattern.compile("(?:java\\.(?:awt|applet|beans|rmi)|javax|org\\.w3c|org\\.xml)\\..*");

  /** Whose classes are meant first, where several have a class of one name. */
  private static final List<String> FIRST =
      List.of(
          "java.util.",
          "java.time.",
          "java.nio.",
          "java.io.",
          "java.net.",
          "java.text.",
          "java.math.",
          "java.",
          "tech.tablesaw.",
          "io.github.broadsheet.");

  private static final int MOST = 3;

  private final List<String> names;

  /** Of the classes of one simple name. */
  Imports(List<String> classes) {
    List<String> all =
        classes.stream()
            .filter(n -> n.contains(".") && !n.matches("java\\.lang\\.\\w+"))
            .filter(n -> !INTERNAL.matcher(n).find())
            .sorted(Comparator.comparingInt(Imports::rank).thenComparing(String::length))
            .toList();
    boolean inJdk = all.stream().anyMatch(n -> n.startsWith("java."));
    names = all.stream().filter(n -> !inJdk || n.startsWith("java.")).limit(MOST).toList();
  }

  boolean areLikely() {
    return !names.isEmpty() && !RARE.matcher(names.get(0)).matches();
  }

  /** The question; empty if there is no such class. */
  String question() {
    return names.isEmpty()
        ? ""
        : "missing import? "
            + String.join(" or ", names.stream().map(n -> "import " + n + ";").toList());
  }

  private static int rank(String name) {
    int rank = 0;
    while (rank < FIRST.size() && !name.startsWith(FIRST.get(rank))) {
      rank++;
    }
    return rank;
  }
}
