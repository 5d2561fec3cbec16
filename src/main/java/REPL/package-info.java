/** What JShell expects in the package of the classes it makes. */
@NullMarked
package REPL;

import org.jspecify.annotations.NullMarked;
