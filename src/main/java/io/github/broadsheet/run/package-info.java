/**
 * A notebook in, an executed notebook out, straight on the engine: no sockets, no Python. Start
 * with {@link io.github.broadsheet.run.NotebookRun}.
 */
@NullMarked
package io.github.broadsheet.run;

import org.jspecify.annotations.NullMarked;
