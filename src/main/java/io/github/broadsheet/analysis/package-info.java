/** javac over one cell: parse, attribute, report, compile. Knows neither JShell nor Jupyter. */
@NullMarked
package io.github.broadsheet.analysis;

import org.jspecify.annotations.NullMarked;
