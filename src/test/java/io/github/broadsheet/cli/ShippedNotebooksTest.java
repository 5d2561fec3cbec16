package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.NotebookFile;
import io.github.broadsheet.notebook.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notebooks that need no network, run as a newcomer runs them. */
class ShippedNotebooksTest {
  private static final Path NOTEBOOKS =
      Path.of(System.getProperty("broadsheet.root", "..")).resolve("notebooks");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "tour, bars, image/png",
    "how-it-works, picture, image/png",
    "trends, rising-plot, image/png"
  })
  void runToTheirEndAndShowTheirCharts(String name, String cell, String type) throws IOException {
    Path executed = folder.resolve("executed.ipynb");
    String notebook = NOTEBOOKS.resolve(name + ".ipynb").toString();
    Run run = Run.of("run", notebook, "-o", executed.toString());
    assertThat(run.code()).describedAs(run.err()).isZero();
    Notebook after = NotebookFile.read(executed);
    assertThat(outputs(after, cell).map(data -> data.data().keySet()))
        .anyMatch(t -> t.contains(type));
    assertThat(after.cells())
        .filteredOn(one -> one.type() == NotebookCell.Type.CODE)
        .allMatch(one -> one.executionCount().isPresent());
  }

  private static java.util.stream.Stream<Output.Data> outputs(Notebook notebook, String cell) {
    List<NotebookCell> named =
        notebook.cells().stream().filter(one -> one.id().equals(cell)).toList();
    return named.stream()
        .flatMap(one -> one.outputs().stream())
        .filter(Output.Data.class::isInstance)
        .map(Output.Data.class::cast);
  }
}
