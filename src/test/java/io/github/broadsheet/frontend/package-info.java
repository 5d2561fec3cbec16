/** The program in real front-ends: JupyterLab, classic Notebook, the console, in Chromium. */
@NullMarked
package io.github.broadsheet.frontend;

import org.jspecify.annotations.NullMarked;
