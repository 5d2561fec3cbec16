/** Topics as text: word boundaries, plurals, many phrases in one pass. */
@NullMarked
package io.github.broadsheet.text;

import org.jspecify.annotations.NullMarked;
