package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MemoryTest extends Cells {
  @Test
  void oldResultsAreLetGo() throws Exception {
    run("new byte[8_000_000]");
    var first = new WeakReference<>(valueOf("$1"));
    // Whoever was asked about a cell remembers what was declared then.
    session.analyzer().problems(session.scope(), "$1.length");
    for (int i = 0; i < 21; i++) {
      run("new byte[8_000_000]");
    }
    await(
        () -> {
          System.gc();
          return first.refersTo(null);
        });
    assertThat(session.scope().variables()).hasSize(20);
    assertThat(traceback("$1"))
        .contains("the value of cell 1 is no longer kept", "20 cells", "3 to");
    assertThat(traceback("out(2)")).contains("the value of cell 2 is no longer kept");
    assertThat(value("$3.length")).isEqualTo("8000000");
  }

  private Object valueOf(String name) {
    return session.scope().variables().stream()
        .filter(v -> v.name().equals(name))
        .map(v -> Objects.requireNonNull(v.value().get()))
        .findFirst()
        .orElseThrow();
  }
}
