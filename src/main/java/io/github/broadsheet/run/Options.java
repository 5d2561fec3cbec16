package io.github.broadsheet.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to run a notebook.
 *
 * @param timeout the longest a cell may take; null for as long as it needs
 * @param allowErrors go on after a cell that failed
 */
public record Options(@Nullable Duration timeout, boolean allowErrors) {}
