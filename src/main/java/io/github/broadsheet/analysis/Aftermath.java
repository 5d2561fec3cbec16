package io.github.broadsheet.analysis;

import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What is declared after a cell, told without running it. */
final class Aftermath {
  private final Map<String, String> imports = new LinkedHashMap<>();
  private final Map<String, Scope.Variable> variables = new LinkedHashMap<>();
  private final Map<String, String> methods = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Scope before;

  private Aftermath(Scope before) {
    this.before = before;
    before.imports().forEach(line -> addParts(line, Map.of()));
    before.variables().forEach(each -> variables.put(each.name(), each));
    before.methods().forEach(source -> addParts(source, Map.of()));
    before.types().forEach(source -> addParts(source, Map.of()));
  }

  /**
   * The scope that a cell leaves.
   *
   * @param java the cell without its magics
   */
  static Scope of(Scope before, String java, Attributed cell) {
    Aftermath after = new Aftermath(before);
    after.addParts(java, variableTypes(cell));
    return after.scope();
  }

  private Scope scope() {
    return new Scope(
        before.generation() + 1,
        List.copyOf(imports.values()),
        List.copyOf(variables.values()),
        List.copyOf(methods.values()),
        List.copyOf(types.values()),
        before.classPath());
  }

  private void addParts(String code, Map<String, String> known) {
    for (Part part : Splitter.parts(code)) {
      String source = code.substring(part.start(), part.end());
      switch (part.kind()) {
        case IMPORT -> put(imports, Declared.importKey(part, code), source);
        case METHOD -> put(methods, part.key(), source);
        case TYPE -> put(types, part.key(), source);
        case VARIABLE -> {
          for (String name : part.names()) {
            variables.remove(name);
            String type = known.getOrDefault(name, SourceType.UNKNOWN);
            variables.put(name, new Scope.Variable(name, type, () -> null));
          }
        }
        default -> {
          // A statement leaves nothing that a later cell could name.
        }
      }
    }
  }

  private static void put(Map<String, String> sources, String key, String source) {
    sources.remove(key);
    sources.put(key, source);
  }

  /** The types of the variables of the cell itself; the last declaration of a name counts. */
  private static Map<String, String> variableTypes(Attributed cell) {
    Map<String, String> types = new HashMap<>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitVariable(VariableTree variable, @Nullable Void nothing) {
        boolean inBody = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.BLOCK;
        TypeMirror type = cell.trees().getTypeMirror(getCurrentPath());
        if (inBody && cell.isTopLevel(variable) && type != null) {
          types.put(variable.getName().toString(), SourceType.of(type));
        }
        return super.visitVariable(variable, nothing);
      }
    }.scan(cell.tree(), null);
    return types;
  }
}
