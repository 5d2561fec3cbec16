/** Read and write .ipynb (nbformat 4.5). */
@NullMarked
package io.github.broadsheet.notebook;

import org.jspecify.annotations.NullMarked;
