package io.github.broadsheet.kernel;

import java.util.Map;

/**
 * What the kernel itself answers on lines of one target, also while a cell runs: to each thing that
 * is said, one answer.
 */
@FunctionalInterface
interface CommService {
  /** The answer. Called by one thread; what it throws is said on the line as {@code error}. */
  Map<String, ?> answer(Map<String, Object> said) throws Exception;
}
