/** Messages and sockets; the only package that knows ZeroMQ. */
@NullMarked
package io.github.broadsheet.protocol;

import org.jspecify.annotations.NullMarked;
