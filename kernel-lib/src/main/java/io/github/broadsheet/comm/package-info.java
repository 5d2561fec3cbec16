/**
 * Lines of a cell's own to scripts in the front-end. Start with {@link
 * io.github.broadsheet.comm.Comms}.
 */
@NullMarked
package io.github.broadsheet.comm;

import org.jspecify.annotations.NullMarked;
