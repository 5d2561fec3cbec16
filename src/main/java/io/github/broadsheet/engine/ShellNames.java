package io.github.broadsheet.engine;

import io.github.broadsheet.hint.Vocabulary;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.MethodSnippet;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;

/** The names that JShell knows. */
final class ShellNames implements Vocabulary {
  private final Shell shell;

  ShellNames(Shell shell) {
    this.shell = shell;
  }

  @Override
  public List<String> after(String code) {
    Stream<String> suggested =
        shell
            .open()
            .sourceCodeAnalysis()
            .completionSuggestions(code, code.length(), new int[1])
            .stream()
            .map(Suggestion::continuation);
    Stream<String> declared =
        Stream.concat(
            shell.open().variables().map(VarSnippet::name),
            shell.open().methods().map(MethodSnippet::name).map(name -> name + "("));
    boolean member = code.endsWith(".");
    return (member ? suggested : Stream.concat(suggested, declared)).distinct().toList();
  }

  @Override
  public List<String> classes(String simpleName) {
    return shell
        .open()
        .sourceCodeAnalysis()
        .listQualifiedNames(simpleName, simpleName.length())
        .getNames();
  }
}
