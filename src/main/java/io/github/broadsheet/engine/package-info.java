/**
 * A Java session: evaluate, interrupt, class path, values. What cells declare goes through JShell,
 * expressions and statements straight to javac ({@link Shortcut}). Knows neither Jupyter nor
 * .ipynb.
 */
@NullMarked
package io.github.broadsheet.engine;

import org.jspecify.annotations.NullMarked;
