package io.github.broadsheet.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A scope as members of a class, bodies left out: what a cell is compiled against. */
record Declared(List<Member> imports, List<Member> members, List<Scope.Variable> variables) {
  private static final String NO_BODY = "{ throw null; }";

  /**
   * A declaration.
   *
   * @param key what a cell must declare to hide it
   */
  record Member(String key, String source) {}

  static Declared of(Scope scope) {
    List<Member> imports = new ArrayList<>();
    for (String line : scope.imports()) {
      for (Part part : Splitter.parts(line)) {
        imports.add(new Member(importKey(part, line), line.substring(part.start(), part.end())));
      }
    }
    List<Member> members = new ArrayList<>();
    scope.methods().forEach(source -> addPruned(members, source));
    scope.types().forEach(source -> addPruned(members, source));
    return new Declared(List.copyOf(imports), List.copyOf(members), scope.variables());
  }

  /** Single imports hide one another by simple name; those on demand live side by side. */
  static String importKey(Part part, String code) {
    String simple = part.names().get(0);
    String statement = code.substring(part.start(), part.end());
    return simple.equals("*") || statement.contains("static") ? statement : "import " + simple;
  }

  /** This scope's source without what the cell declares anew. */
  String source(Set<String> hidden) {
    StringBuilder source = new StringBuilder();
    for (Scope.Variable variable : variables) {
      if (!hidden.contains(variable.name())) {
        source.append("static ").append(variable.type()).append(' ');
        source.append(variable.name()).append("; ");
      }
    }
    for (Member member : members) {
      if (!hidden.contains(member.key())) {
        source.append("static ").append(member.source()).append('\n');
      }
    }
    return source.toString();
  }

  private static void addPruned(List<Member> members, String source) {
    for (Part part : Splitter.parts(source)) {
      if (part.kind() == Part.Kind.METHOD || part.kind() == Part.Kind.TYPE) {
        String modifiers = keptModifiers(source.substring(part.start(), part.modifiersEnd()));
        String rest = prune(source.substring(part.modifiersEnd(), part.end()), part.kind());
        members.add(new Member(part.key(), modifiers + rest));
      }
    }
  }

  /** The modifiers that have a meaning for a member that is static already; same length. */
  static String keptModifiers(String modifiers) {
    return modifiers.replaceAll("\\b(public|protected|private|static|final|default)\\b", " ");
  }

  private static String prune(String source, Part.Kind kind) {
    int body = source.indexOf('{', kind == Part.Kind.METHOD ? source.indexOf(')') : 0);
    if (body < 0) {
      return source;
    }
    if (kind == Part.Kind.METHOD) {
      return source.substring(0, body) + NO_BODY;
    }
    if (source.startsWith("enum") || source.startsWith("@")) {
      return source;
    }
    StringBuilder pruned = new StringBuilder(source.substring(0, body + 1));
    String inner = source.substring(body + 1, Math.max(body + 1, source.lastIndexOf('}')));
    for (Part part : Splitter.parts(inner)) {
      pruned.append(inner, part.start(), part.modifiersEnd());
      String rest = inner.substring(part.modifiersEnd(), part.end());
      pruned.append(part.kind() == Part.Kind.METHOD ? prune(rest, part.kind()) : rest).append('\n');
    }
    return pruned.append('}').toString();
  }
}
