package io.github.broadsheet.http;

/**
 * Makes something of an answer. It is part of a try: an answer that cannot be used is asked for
 * again.
 */
@FunctionalInterface
public interface Reading<T> {
  /** The value, or the {@link Trouble} with it. */
  T read(Answer answer) throws Trouble;
}
