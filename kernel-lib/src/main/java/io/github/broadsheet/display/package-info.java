/**
 * How a value shows itself: bundles, tables, notes, progress. Start with {@link
 * io.github.broadsheet.display.MimeBundle}.
 */
@NullMarked
package io.github.broadsheet.display;

import org.jspecify.annotations.NullMarked;
