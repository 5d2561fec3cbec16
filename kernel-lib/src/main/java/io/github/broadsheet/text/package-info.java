/**
 * Topics as text: word boundaries, plurals, many phrases in one pass. {@link PhraseIndex}: the
 * phrases that texts have; {@link KeyWords}: those one text is about.
 */
@NullMarked
package io.github.broadsheet.text;

import org.jspecify.annotations.NullMarked;
