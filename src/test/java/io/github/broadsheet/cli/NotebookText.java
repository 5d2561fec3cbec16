package io.github.broadsheet.cli;

import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.notebook.NotebookCell.Type;
import io.github.broadsheet.notebook.NotebookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Notebooks as tests write them: the code of each cell, with its tag if it has one. */
final class NotebookText {
  private final List<NotebookCell> cells = new ArrayList<>();
  private String language = "java";

  static NotebookText of(String... codes) {
    NotebookText notebook = new NotebookText();
    for (String code : codes) {
      notebook.code(code);
    }
    return notebook;
  }

  NotebookText code(String code, String... tags) {
    NotebookCell cell = NotebookCell.of(Type.CODE, "c" + cells.size(), code);
    cells.add(
        cell.withMetadata(
            metadata -> {
              if (tags.length > 0) {
                var array = metadata.putArray("tags");
                for (String tag : tags) {
                  array.add(tag);
                }
              }
            }));
    return this;
  }

  NotebookText text(String markdown) {
    cells.add(NotebookCell.of(Type.MARKDOWN, "c" + cells.size(), markdown));
    return this;
  }

  NotebookText language(String name) {
    language = name;
    return this;
  }

  /** Writes it and gives its path as a command line has it. */
  String in(Path folder) throws IOException {
    Path file = folder.resolve("nb.ipynb");
    Notebook notebook = Notebook.of(cells);
    NotebookFile.write(
        language.isEmpty()
            ? notebook
            : notebook.withMetadata(
                metadata -> metadata.putObject("language_info").put("name", language)),
        file);
    return file.toString();
  }
}
