package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Attributed;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Suggestions inside an import statement: packages, classes, and what a static import can name. */
final class ImportCompletion {
  private ImportCompletion() {}

  /**
   * The suggestions.
   *
   * @param typed the statement from {@code import} up to the name being typed
   */
  static List<Completion.Item> of(
      Attributed cell, Documentation documentation, ClassIndex index, String typed, String prefix) {
    String path = typed.replaceFirst("^import\\s+(static\\b)?", "").replaceAll("\\s", "");
    boolean isStatic = typed.matches("(?s)import\\s+static\\b.*");
    String owner = path.endsWith(".") ? path.substring(0, path.length() - 1) : path;
    Suggestions suggestions = new Suggestions(prefix, cell, documentation);
    if (path.isEmpty() && !isStatic) {
      suggestions.add(Completion.Item.of("static", "keyword", ""), 2);
    }
    for (String segment : index.packages(owner)) {
      suggestions.add(Completion.Item.of(segment, "module", ""), 0);
    }
    for (String simple : index.classes(owner)) {
      String name = owner + "." + simple;
      if (simple.startsWith(prefix) && isPublic(cell.elements().getTypeElement(name))) {
        suggestions.add(Completion.Item.of(simple, "class", name), 1);
      }
    }
    TypeElement type = owner.isEmpty() ? null : cell.elements().getTypeElement(owner);
    if (type != null) {
      for (Members.Member member : new Members(cell).of(type.asType(), true)) {
        if (isStatic || member.element() instanceof TypeElement) {
          suggestions.add(member, List.of(), true, member.distance());
        }
      }
    }
    if (!owner.isEmpty() && prefix.isEmpty()) {
      suggestions.add(Completion.Item.of("*", "keyword", ""), 3);
    }
    return suggestions.best();
  }

  private static boolean isPublic(@Nullable TypeElement type) {
    return type != null && type.getModifiers().contains(Modifier.PUBLIC);
  }
}
