/**
 * The commands of a cell that are not Java: lines that begin with {@code %}. Start with {@link
 * io.github.broadsheet.magic.Evaluator}.
 */
@NullMarked
package io.github.broadsheet.magic;

import org.jspecify.annotations.NullMarked;
