package io.github.broadsheet.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cell as one compilation unit: imports at the top; what the scope declares, and the cell's own
 * methods and types, as members of one class; its statements in order in a body.
 *
 * <p>Variables of the cell are locals of the body, so that {@code var} needs no second pass. JShell
 * makes them fields, so three things differ, and are made up for: a name declared again opens a
 * class inside the body, where it may hide the earlier one; a variable that a member reads is a
 * field as well; and what javac says of locals only ({@link Problems}) is left out.
 */
final class Unit {
  /** The class around everything. Its name is taken out of javac's messages. */
  static final String NAME = "$Cell";

  private static final String BODY = "Object $do() throws Throwable { ";

  /** A stretch of the cell and where it is in the unit. */
  private record Piece(int cellStart, int cellEnd, int unitStart) {}

  private final String cell;
  private final List<Part> parts;
  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();

  private Unit(String cell) {
    this.cell = cell;
    this.parts = Splitter.parts(cell);
  }

  /**
   * The unit of a cell.
   *
   * @param cell without magics
   * @param inferred types of the cell's {@code var} variables, as far as known
   */
  static Unit of(Declared scope, String cell, Map<String, String> inferred) {
    Unit unit = new Unit(cell);
    unit.write(scope, inferred);
    return unit;
  }

  String text() {
    return text.toString();
  }

  /** The names of {@code var} variables that the cell's own methods and types read. */
  Set<String> toInfer() {
    Set<String> names = new HashSet<>();
    Set<String> used = wordsOfMembers();
    for (Part part : parts) {
      if (part.kind() == Part.Kind.VARIABLE && typeOf(part).equals("var")) {
        part.names().stream().filter(used::contains).forEach(names::add);
      }
    }
    return names;
  }

  /** Where a position of the unit is in the cell, or -1 if it is not of the cell. */
  int toCell(int position) {
    for (Piece piece : pieces) {
      int offset = position - piece.unitStart;
      if (offset >= 0 && offset <= piece.cellEnd - piece.cellStart) {
        return piece.cellStart + offset;
      }
    }
    return -1;
  }

  /** The part of the cell at a position, end included; null between two parts. */
  @Nullable Part partAt(int position) {
    for (Part part : parts) {
      if (part.start() <= position && position <= part.end()) {
        return part;
      }
    }
    return null;
  }

  private void write(Declared scope, Map<String, String> inferred) {
    Set<String> hidden = new HashSet<>();
    for (Part part : parts) {
      if (part.kind() == Part.Kind.IMPORT) {
        hidden.add(Declared.importKey(part, cell));
      } else {
        hidden.add(part.key());
      }
    }
    text.append("package $cell; ");
    for (Declared.Member each : scope.imports()) {
      if (!hidden.contains(each.key())) {
        text.append(each.source()).append(each.source().endsWith(";") ? " " : "; ");
      }
    }
    for (Part part : parts) {
      if (part.kind() == Part.Kind.IMPORT) {
        copy(part.start(), part.end());
        text.append(cell.startsWith(";", part.end() - 1) ? "\n" : ";\n");
      }
    }
    text.append("class ").append(NAME).append(" { ");
    Set<String> used = wordsOfMembers();
    for (Part part : parts) {
      if (part.kind() == Part.Kind.VARIABLE) {
        for (String name : part.names()) {
          String type = typeOf(part).equals("var") ? inferred.get(name) : typeOf(part);
          if (used.contains(name) && type != null && hidden.add(name)) {
            text.append("static ").append(type).append(' ').append(name).append("; ");
          }
        }
      }
    }
    text.append(scope.source(hidden));
    writeMembers();
    writeBody();
    text.append("\n}");
  }

  private void writeMembers() {
    Set<String> last = new HashSet<>();
    Set<Part> replaced = new HashSet<>();
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (isMember(part) && !last.add(part.key())) {
        replaced.add(part);
      }
    }
    for (Part part : parts) {
      if (isMember(part)) {
        boolean hides = replaced.contains(part);
        text.append(hides ? "static class $Old" + part.start() + " { static " : "static ");
        copyCleaned(part);
        text.append(hides ? "}\n" : "\n");
      }
    }
  }

  private void writeBody() {
    text.append("static ").append(BODY);
    Set<String> locals = new HashSet<>();
    int nested = 0;
    for (Part part : parts) {
      if (isMember(part) || part.kind() == Part.Kind.IMPORT) {
        continue;
      }
      if (part.names().stream().anyMatch(locals::contains)
          || PartShape.mayDeclare(tokens(part), locals)) {
        text.append("class $").append(++nested).append(" { ").append(BODY);
        locals.clear();
      }
      boolean bare = part.kind() == Part.Kind.EXPRESSION && PartShape.isBare(tokens(part));
      if (bare) {
        text.append("var $e").append(part.start()).append(" = ");
      }
      copyCleaned(part);
      boolean block = part.kind() == Part.Kind.STATEMENT && cell.startsWith("}", part.end() - 1);
      text.append(block || cell.startsWith(";", part.end() - 1) ? "\n" : ";\n");
      locals.addAll(part.names());
    }
    text.append(" return null; }".repeat(nested == 0 ? 1 : 0));
    if (nested > 0) {
      text.append(" return null; } } ".repeat(nested)).append(" return null; }");
    }
  }

  /** Copies a part; modifiers that JShell ignores at the top level become spaces. */
  private void copyCleaned(Part part) {
    int from = text.length();
    copy(part.start(), part.end());
    if (part.modifiersEnd() > part.start()) {
      String modifiers = cell.substring(part.start(), part.modifiersEnd());
      String kept =
          part.kind() == Part.Kind.VARIABLE
              ? spaces(modifiers, "public|protected|private|static|final|transient|volatile")
              : spaces(modifiers, "public|protected|private|static|final|default");
      text.replace(from, from + kept.length(), kept);
    }
  }

  private static String spaces(String modifiers, String words) {
    StringBuilder kept = new StringBuilder(modifiers);
    for (Token token : Lexer.significant(modifiers)) {
      if (token.text().matches(words)) {
        kept.replace(token.start(), token.end(), " ".repeat(token.text().length()));
      }
    }
    return kept.toString();
  }

  private void copy(int start, int end) {
    pieces.add(new Piece(start, end, text.length()));
    text.append(cell, start, end);
  }

  private static boolean isMember(Part part) {
    return part.kind() == Part.Kind.METHOD || part.kind() == Part.Kind.TYPE;
  }

  private String typeOf(Part part) {
    return cell.substring(part.typeStart(), part.typeEnd());
  }

  private Set<String> wordsOfMembers() {
    Set<String> words = new HashSet<>();
    for (Part part : parts) {
      if (isMember(part)) {
        tokens(part).stream().filter(Token::isName).forEach(token -> words.add(token.text()));
      }
    }
    return words;
  }

  private List<Token> tokens(Part part) {
    return Lexer.significant(cell.substring(part.start(), part.end()));
  }
}
