/** An executed notebook to one safe HTML file. */
@NullMarked
package io.github.broadsheet.share;

import org.jspecify.annotations.NullMarked;
