/** A figure as Plotly JSON, and its still picture. */
@NullMarked
package io.github.broadsheet.chart;

import org.jspecify.annotations.NullMarked;
