package io.github.broadsheet.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFileTest {
  private static final String FOREIGN =
      """
      {
       "zeta": {"kept": [1, 2.50, 1e400, null]},
       "cells": [
        {
         "source": ["int x = 1;\\n", "x"],
         "vendor": {"b": 1, "a": 2},
         "cell_type": "code",
         "execution_count": 7,
         "id": "a-1",
         "metadata": {"tags": ["parameters"], "other": true},
         "outputs": [
          {
           "data": {
            "application/json": {"n": 1.0},
            "text/plain": ["one\\n", "two"]
           },
           "execution_count": 7,
           "metadata": {},
           "output_type": "execute_result"
          },
          {
           "output_type": "hologram",
           "rays": 3
          }
         ]
        }
       ],
       "nbformat": 4,
       "metadata": {"kernelspec": {"name": "jjava", "language": "java"}},
       "nbformat_minor": 5
      }
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void keepsEveryFieldNumberAndOrderOfOtherTools() throws IOException {
    Notebook notebook = parse(FOREIGN);
    String compact = Json.MAPPER.readTree(FOREIGN).toString();
    assertThat(Json.MAPPER.readTree(NotebookFile.bytes(notebook)).toString()).isEqualTo(compact);
    assertThat(compact).contains("2.50", "hologram");
  }

  @Test
  void laysAFileOutAsJupyterDoes() throws IOException {
    Notebook notebook =
        Notebook.of(
            List.of(
                NotebookCell.of(NotebookCell.Type.CODE, "one", "1 + 1;\n2")
                    .withOutputs(
                        3,
                        List.of(
                            new Output.Stream("stdout", "a\nb"),
                            Output.Data.result(3, Map.of("text/plain", "2"))))));
    assertThat(new String(NotebookFile.bytes(notebook), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": 3,
               "id": "one",
               "metadata": {},
               "outputs": [
                {
                 "name": "stdout",
                 "output_type": "stream",
                 "text": [
                  "a\\n",
                  "b"
                 ]
                },
                {
                 "data": {
                  "text/plain": [
                   "2"
                  ]
                 },
                 "execution_count": 3,
                 "metadata": {},
                 "output_type": "execute_result"
                }
               ],
               "source": [
                "1 + 1;\\n",
                "2"
               ]
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """);
  }

  @Test
  void readsSourceAndOutputsWhetherTextOrLists() {
    NotebookCell cell = parse(FOREIGN).cells().get(0);
    assertThat(cell.source()).isEqualTo("int x = 1;\nx");
    assertThat(cell.tags()).containsExactly("parameters");
    assertThat(cell.executionCount()).hasValue(7);
    assertThat(cell.outputs()).hasSize(1);
    Output.Data data = (Output.Data) cell.outputs().get(0);
    assertThat(data.content("text/plain").orElseThrow().textValue()).isEqualTo("one\ntwo");
    assertThat(data.content("application/json").orElseThrow().isObject()).isTrue();
    NotebookCell plain =
        parse("{\"cells\":[{\"cell_type\":\"code\",\"source\":\"a\\nb\"}],\"nbformat\":4}")
            .cells()
            .get(0);
    assertThat(plain.source()).isEqualTo("a\nb");
  }

  @Test
  void givesTheCellsOfOldNotebooksIdsThatStay() throws IOException {
    String old =
        """
        {"cells":[{"cell_type":"code","source":"1"},{"cell_type":"code","source":"1"},
         {"cell_type":"markdown","source":"t","id":"not allowed!"},
         {"cell_type":"markdown","source":"t","id":"x"},{"cell_type":"raw","source":"t","id":"x"}],
         "metadata":{},"nbformat":4,"nbformat_minor":2}
        """;
    Notebook notebook = parse(old);
    List<String> ids = notebook.cells().stream().map(NotebookCell::id).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-zA-Z0-9_-]{1,64}"));
    assertThat(ids.get(3)).isEqualTo("x");
    assertThat(parse(old).cells().stream().map(NotebookCell::id)).isEqualTo(ids);
    assertThat(notebook.json().path("nbformat_minor").asInt()).isEqualTo(5);
  }

  @Test
  void halfAnEmojiInAnOutputDoesNotStopTheFileFromBeingWritten() throws IOException {
    Notebook notebook =
        Notebook.of(
            List.of(
                NotebookCell.of(NotebookCell.Type.CODE, "one", "")
                    .withOutputs(1, List.of(new Output.Stream("stdout", "\uD83D! 😀")))));
    Path file = folder.resolve("half.ipynb");
    NotebookFile.write(notebook, file);
    assertThat(NotebookFile.read(file).cells().get(0).outputs())
        .containsExactly(new Output.Stream("stdout", "\uFFFD! 😀"));
  }

  @Test
  void replacesAFileInOneStepAndLeavesNothingBeside() throws IOException {
    Path file = folder.resolve("nb.ipynb");
    Files.writeString(file, "old");
    NotebookFile.write(parse(FOREIGN), file);
    assertThat(NotebookFile.read(file)).isEqualTo(parse(FOREIGN));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void writesThroughALinkToTheFileItself() throws IOException {
    Path file = folder.resolve("nb.ipynb");
    Files.writeString(file, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.ipynb"), file);
    NotebookFile.write(parse(FOREIGN), link);
    assertThat(link).isSymbolicLink();
    assertThat(NotebookFile.read(file)).isEqualTo(parse(FOREIGN));
  }

  @Test
  void saysWhatIsWrongWithAFileThatIsNoNotebook() {
    assertWrong("", "nb.ipynb is empty");
    assertWrong("  \n", "nb.ipynb is empty");
    assertWrong("hello", "not JSON", "line 1, column");
    assertWrong("{\"cells\": [\n{\"cell_type\": \"co", "not JSON", "line 2", "cut short");
    assertWrong("[1]", "expected an object with \"cells\", found a JSON array");
    assertWrong("{\"papers\": 3, \"x\": 1}", "\"nbformat\" is missing", "papers, x");
    assertWrong("{\"nbformat\": 3, \"worksheets\": []}", "format 3", "nbconvert --to notebook");
    assertWrong("{\"nbformat\": 5, \"cells\": []}", "format 5", "newer");
    assertWrong("{\"nbformat\": 4, \"cells\": {}}", "\"cells\" is missing or no list");
    assertWrong("{\"nbformat\": 4, \"cells\": [{\"a\": 1}]}", "cell 1", "cell_type", "a");
    assertWrong("{\"nbformat\": 4, \"cells\": [7]}", "cell 1", "a JSON number");
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThatThrownBy(() -> NotebookFile.read(folder.resolve("no.ipynb")))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("There is no file")
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> NotebookFile.read(folder))
        .isInstanceOf(NotebookException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void tellsTheLanguage() {
    assertThat(parse(FOREIGN).language()).hasValue("java");
    assertThat(parse("{\"nbformat\":4,\"cells\":[]}").language()).isEmpty();
  }

  private static void assertWrong(String content, String... words) {
    assertThatThrownBy(() -> parse(content))
        .isInstanceOf(NotebookException.class)
        .satisfies(wrong -> assertThat(wrong.getMessage()).contains(words));
  }

  private static Notebook parse(String content) {
    return NotebookFile.parse(content.getBytes(StandardCharsets.UTF_8), "nb.ipynb");
  }
}
