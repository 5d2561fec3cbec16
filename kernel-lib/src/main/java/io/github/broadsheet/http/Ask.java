package io.github.broadsheet.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One question.
 *
 * @param service whom
 * @param what what is asked for, as the end of the sentence "Could not fetch …"
 * @param address where it is
 * @param json what is sent along; null for a plain question
 */
public record Ask(Service service, String what, URI address, @Nullable String json) {
  /** A plain question. */
  public Ask(Service service, String what, URI address) {
    this(service, what, address, null);
  }
}
