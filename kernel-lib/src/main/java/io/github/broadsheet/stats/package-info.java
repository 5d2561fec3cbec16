/** Numbers a sceptical reviewer accepts: intervals and tests. */
@NullMarked
package io.github.broadsheet.stats;

import org.jspecify.annotations.NullMarked;
