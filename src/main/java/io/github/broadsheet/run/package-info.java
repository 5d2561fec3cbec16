/** A notebook in, an executed notebook out, straight on the engine: no sockets, no Python. */
@NullMarked
package io.github.broadsheet.run;

import org.jspecify.annotations.NullMarked;
