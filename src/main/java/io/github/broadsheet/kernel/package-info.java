/** Requests to replies. */
@NullMarked
package io.github.broadsheet.kernel;

import org.jspecify.annotations.NullMarked;
