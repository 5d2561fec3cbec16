/**
 * Read and write .ipynb (nbformat 4.5). Start with {@link
 * io.github.broadsheet.notebook.NotebookFile}, which gives a {@link
 * io.github.broadsheet.notebook.Notebook}.
 */
@NullMarked
package io.github.broadsheet.notebook;

import org.jspecify.annotations.NullMarked;
