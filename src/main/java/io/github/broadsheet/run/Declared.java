package io.github.broadsheet.run;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A variable that a cell declares.
 *
 * @param type as written, {@code var} included
 * @param initializer null if it has none
 */
record Declared(String name, String type, @Nullable ExpressionTree initializer) {
  private static final String CLASS = "$Parameters";

  /** The variables that a cell declares, in order, read by javac's own parser. */
  static List<Declared> in(String code) {
    // As the body of a method a cell may hold statements; imports and modifiers parse only in a
    // class, where the parser complains about them and reads on.
    Parsed asMethod = parse("class " + CLASS + " { void cell() {\n" + code + "\n}}");
    if (asMethod.clean()) {
      return variables(
          asMethod.type().getMembers().stream()
              .filter(MethodTree.class::isInstance)
              .map(MethodTree.class::cast)
              .flatMap(method -> method.getBody().getStatements().stream())
              .toList());
    }
    return variables(parse("class " + CLASS + " {\n" + code + "\n}").type().getMembers());
  }

  private record Parsed(ClassTree type, boolean clean) {}

  private static Parsed parse(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("This Java has no compiler; run with a JDK.");
    }
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null, null, problems, List.of("-proc:none"), null, List.of(file(source)));
    try {
      for (CompilationUnitTree unit : task.parse()) {
        for (Tree type : unit.getTypeDecls()) {
          if (type instanceof ClassTree found && found.getSimpleName().contentEquals(CLASS)) {
            return new Parsed(
                found, problems.getDiagnostics().stream().noneMatch(Declared::isError));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("javac gave no tree for the parameters cell");
  }

  private static List<Declared> variables(List<? extends Tree> trees) {
    List<Declared> declared = new ArrayList<>();
    for (Tree tree : trees) {
      if (tree instanceof VariableTree variable && isWhole(variable)) {
        @Nullable Tree type = variable.getType();
        declared.add(
            new Declared(
                variable.getName().toString(),
                type == null ? "var" : type.toString(),
                variable.getInitializer()));
      }
    }
    return declared;
  }

  // What the parser makes up to go on after an error has no name or no type.
  private static boolean isWhole(VariableTree variable) {
    return !variable.getName().contentEquals("<error>")
        && (variable.getType() == null || !variable.getType().toString().contains("ERROR"));
  }

  private static boolean isError(Diagnostic<?> problem) {
    return problem.getKind() == Diagnostic.Kind.ERROR;
  }

  private static JavaFileObject file(String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///Parameters.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
