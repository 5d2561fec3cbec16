/** The one polite client: retries, rate limits, a User-Agent that names the tool. */
@NullMarked
package io.github.broadsheet.http;

import org.jspecify.annotations.NullMarked;
