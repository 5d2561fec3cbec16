/** Measurements, each against the plainest other way in the same run. */
@NullMarked
package io.github.broadsheet.bench;

import org.jspecify.annotations.NullMarked;
