/**
 * A Java session over JShell: evaluate, interrupt, class path, values. Knows neither Jupyter nor
 * .ipynb.
 */
@NullMarked
package io.github.broadsheet.engine;

import org.jspecify.annotations.NullMarked;
