package io.github.broadsheet.http;

import java.net.URI;

/**
 * One question.
 *
 * @param service whom
 * @param what what is asked for, as the end of the sentence "Could not fetch …"
 * @param address where it is
 */
public record Ask(Service service, String what, URI address) {}
