/** What a cell types: start with {@code Papers}. */
@NullMarked
package io.github.broadsheet;

import org.jspecify.annotations.NullMarked;
