/**
 * What to do about a compile error, where that can be told: code and a problem in, a line out.
 * Start with {@link io.github.broadsheet.hint.Hints}.
 */
@NullMarked
package io.github.broadsheet.hint;

import org.jspecify.annotations.NullMarked;
