/** Where listings come from: one class per origin, a request in, papers out. */
@NullMarked
package io.github.broadsheet.source;

import org.jspecify.annotations.NullMarked;
