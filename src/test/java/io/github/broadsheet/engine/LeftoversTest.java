package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeftoversTest {
  private final JShell shell = JShell.builder().executionEngine("local").build();
  private final Leftovers leftovers = new Leftovers(() -> shell);

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void letsGoOfTheClassOfAStatementThatHasRun() throws Exception {
    Snippet statement = eval("if (true) { }");
    Snippet variable = eval("int n = 1;");
    assertThat(kept()).hasSize(2);

    leftovers.drop(statement);

    assertThat(kept()).hasSize(1);
    assertThat(shell.varValue((jdk.jshell.VarSnippet) variable)).isEqualTo("1");
    assertThat(shell.eval("n + 1").get(0).value()).isEqualTo("2");
  }

  @Test
  void keepsClassesThatValuesMayBeOf() throws Exception {
    Snippet anonymous = eval("new Object() { int n = 7; }");
    Set<String> before = kept();
    assertThat(before).hasSizeGreaterThan(1);

    leftovers.drop(anonymous);

    assertThat(kept()).isEqualTo(before);
  }

  private Snippet eval(String source) {
    return shell.eval(source).get(0).snippet();
  }

  private Set<String> kept() throws Exception {
    Object files = field(field(shell, "taskFactory"), "fileManager");
    return Set.copyOf(((Map<String, ?>) field(files, "classObjects")).keySet());
  }

  private static Object field(Object of, String name) throws Exception {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}
