package io.github.broadsheet.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The documentation comments of one source file, and the source of each member. */
final class SourceFile {
  /**
   * What the file says of a declaration.
   *
   * @param comment without the stars; empty if there is none
   * @param parameters names of a method's parameters
   */
  record Entry(String comment, String source, List<String> parameters) {
    Entry {
      parameters = List.copyOf(parameters);
    }

    boolean hasComment() {
      return !comment.isBlank();
    }

    Entry withSourceOf(Entry other) {
      return new Entry(comment, other.source, parameters);
    }
  }

  private final Map<String, Entry> entries;

  private SourceFile(Map<String, Entry> entries) {
    this.entries = Map.copyOf(entries);
  }

  /** Parses a file; what is not Java gives no entries. */
  static SourceFile of(String text) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask)
            javac.getTask(
                null, null, problem -> {}, List.of("-proc:none"), null, List.of(file(text)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      Reader reader = new Reader(unit, Trees.instance(task), text);
      reader.scan(unit, null);
      return new SourceFile(reader.entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the file says of a class, method or field. */
  Optional<Entry> of(Element element) {
    Entry exact = entries.get(key(element, true));
    return Optional.ofNullable(exact == null ? entries.get(key(element, false)) : exact);
  }

  private static String key(Element element, boolean withTypes) {
    List<String> names = new ArrayList<>();
    Element owner = element instanceof TypeElement ? element : element.getEnclosingElement();
    for (Element at = owner; at instanceof TypeElement; at = at.getEnclosingElement()) {
      names.add(0, at.getSimpleName().toString());
    }
    String path = String.join(".", names);
    if (element instanceof ExecutableElement method) {
      boolean made = method.getKind() == ElementKind.CONSTRUCTOR;
      String name = made ? "<init>" : method.getSimpleName().toString();
      List<String> types = new ArrayList<>();
      for (VariableElement parameter : method.getParameters()) {
        types.add(simple(parameter.asType().toString()));
      }
      return path + "#" + name + parameters(types, withTypes);
    }
    return element instanceof TypeElement ? path : path + "#" + element.getSimpleName();
  }

  private static String parameters(List<String> types, boolean withTypes) {
    return withTypes ? types.toString() : "/" + types.size();
  }

  /** {@code String[]} of {@code java.lang.String...}: enough to tell overloads apart. */
  private static String simple(String type) {
    return type.replaceAll("@\\w+(\\([^)]*\\))? ?", "")
        .replaceAll("<.*>", "")
        .replace("...", "[]")
        .replaceAll(".*[.\\s](?=\\w)", "");
  }

  private static SimpleJavaFileObject file(String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///Source.java"), SimpleJavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Map<String, Entry> entries = new HashMap<>();
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final String text;
    private String path = "";

    Reader(CompilationUnitTree unit, Trees trees, String text) {
      this.unit = unit;
      this.trees = trees;
      this.text = text;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
      String outer = path;
      path = outer.isEmpty() ? tree.getSimpleName().toString() : outer + "." + tree.getSimpleName();
      add(path, tree);
      super.visitClass(tree, nothing);
      path = outer;
      return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
      List<String> types =
          tree.getParameters().stream()
              .map(parameter -> simple(String.valueOf(parameter.getType())))
              .collect(Collectors.toList());
      String name = path + "#" + tree.getName();
      add(name + parameters(types, true), tree);
      add(name + parameters(types, false), tree);
      return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
      add(path + "#" + tree.getName(), tree);
      return null;
    }

    private void add(String key, Tree tree) {
      String comment = trees.getDocComment(getCurrentPath());
      int start = (int) trees.getSourcePositions().getStartPosition(unit, tree);
      int end = (int) trees.getSourcePositions().getEndPosition(unit, tree);
      String source = start < 0 || end < start ? "" : text.substring(start, end);
      List<String> parameters =
          tree instanceof MethodTree method
              ? method.getParameters().stream().map(each -> each.getName().toString()).toList()
              : List.of();
      entries.putIfAbsent(key, new Entry(comment == null ? "" : comment, source, parameters));
    }
  }
}
