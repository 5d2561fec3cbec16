/** Numbers a sceptical reviewer accepts: intervals, tests, weights, bursts, groups. */
@NullMarked
package io.github.broadsheet.stats;

import org.jspecify.annotations.NullMarked;
