/**
 * What a library can bring to the notebooks that use it. Start with {@link
 * io.github.broadsheet.extension.Extension}.
 */
@NullMarked
package io.github.broadsheet.extension;

import org.jspecify.annotations.NullMarked;
