/** What was fetched, kept in one SQLite file: papers, lists, and the votes as they were seen. */
@NullMarked
package io.github.broadsheet.archive;

import org.jspecify.annotations.NullMarked;
