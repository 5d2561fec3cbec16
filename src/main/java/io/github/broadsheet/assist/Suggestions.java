package io.github.broadsheet.assist;

import io.github.broadsheet.analysis.Attributed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** Collects suggestions that begin with a prefix, and puts the likeliest first. */
final class Suggestions {
  private record Ranked(Completion.Item item, boolean sameCase, int rank, int overloads) {}

  private final Map<String, Ranked> byLabel = new LinkedHashMap<>();
  private final String prefix;
  private final Attributed cell;
  private final Documentation documentation;

  Suggestions(String prefix, Attributed cell, Documentation documentation) {
    this.prefix = prefix;
    this.cell = cell;
    this.documentation = documentation;
  }

  /**
   * Adds an item; of several with one label the best ranked stays.
   *
   * @param rank less is better
   */
  void add(Completion.Item item, int rank) {
    if (!matches(item.label())) {
      return;
    }
    boolean sameCase = item.label().startsWith(prefix);
    String key = item.addedImport() == null ? item.label() : item.text();
    Ranked known = byLabel.get(key);
    int overloads = (known == null ? 0 : known.overloads) + 1;
    if (known == null || rank < known.rank) {
      byLabel.put(key, new Ranked(item, sameCase, rank, overloads));
    } else {
      byLabel.put(key, new Ranked(known.item, known.sameCase, known.rank, overloads));
    }
  }

  /**
   * Adds a declaration as it is seen from its receiver.
   *
   * @param called whether a parenthesis follows already, so that none is to be inserted
   */
  void add(Members.Member member, List<TypeMirror> expected, boolean called, int nearness) {
    Element element = member.element();
    String name = member.name();
    Types types = cell.types();
    if (!matches(name)) {
      return;
    }
    if (element instanceof ExecutableElement method
        && member.type() instanceof ExecutableType type) {
      String text = called ? name : method.getParameters().isEmpty() ? name + "()" : name + "(";
      String signature = Signatures.call("", method, type, documentation.parameterNames(method));
      int rank = nearness + rank(type.getReturnType(), expected, types);
      String gives = Signatures.type(type.getReturnType());
      add(new Completion.Item(text, name, "function", gives, signature, null), rank);
    } else if (element instanceof TypeElement) {
      int rank = nearness + (expected.isEmpty() ? 0 : 8);
      add(Completion.Item.of(name, "class", Signatures.type(member.type())), rank);
    } else {
      int rank = nearness + rank(member.type(), expected, types);
      add(Completion.Item.of(name, "instance", Signatures.type(member.type())), rank);
    }
  }

  /** Whether a name begins with the prefix, in whatever case. */
  boolean matches(String label) {
    return label.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /** All that was added, best first, then in alphabetical order. */
  List<Completion.Item> best() {
    List<Ranked> ranked = new ArrayList<>(byLabel.values());
    if (ranked.stream().anyMatch(Ranked::sameCase)) {
      ranked.removeIf(each -> !each.sameCase);
    }
    ranked.sort(
        Comparator.comparingInt(Ranked::rank)
            // The shorter of two types is mostly the one that is meant.
            .thenComparing(
                each -> each.item.kind().equals("class") ? each.item.label().length() : 0)
            .thenComparing(each -> each.item.label(), String.CASE_INSENSITIVE_ORDER));
    return ranked.stream().map(Suggestions::item).toList();
  }

  private static Completion.Item item(Ranked ranked) {
    Completion.Item item = ranked.item;
    if (ranked.overloads == 1 || item.signature().isEmpty()) {
      return item;
    }
    // Where one of several takes arguments, the reader decides.
    String text = item.text().endsWith("()") ? item.label() + "(" : item.text();
    String signature = item.signature() + " (+" + (ranked.overloads - 1) + ")";
    return new Completion.Item(text, item.label(), item.kind(), item.type(), signature, null);
  }

  private static int rank(TypeMirror type, List<TypeMirror> expected, Types types) {
    if (expected.isEmpty()) {
      return 0;
    }
    boolean value =
        type.getKind() != TypeKind.VOID
            && type.getKind() != TypeKind.ERROR
            && type.getKind() != TypeKind.EXECUTABLE;
    return value && expected.stream().anyMatch(wanted -> fits(type, wanted, types)) ? 0 : 8;
  }

  /** Also what is generic and may be what is wanted, such as {@code List<T>}. */
  private static boolean fits(TypeMirror type, TypeMirror wanted, Types types) {
    boolean open =
        type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(TypeVariable.class::isInstance);
    return types.isAssignable(type, wanted)
        || (open && types.isAssignable(types.erasure(type), types.erasure(wanted)));
  }
}
