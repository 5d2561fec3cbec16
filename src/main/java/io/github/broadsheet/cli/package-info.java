/** Main, and one class per command. */
@NullMarked
package io.github.broadsheet.cli;

import org.jspecify.annotations.NullMarked;
