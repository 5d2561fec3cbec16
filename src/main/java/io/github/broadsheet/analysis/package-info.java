/** javac over one cell: parse, attribute, report. Knows neither JShell nor Jupyter. */
@NullMarked
package io.github.broadsheet.analysis;

import org.jspecify.annotations.NullMarked;
