/** Complete, inspect, diagnose: (code, cursor) in, answer out; never waits for a running cell. */
@NullMarked
package io.github.broadsheet.assist;

import org.jspecify.annotations.NullMarked;
