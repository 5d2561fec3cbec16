package io.github.broadsheet.hint;

import java.util.List;

/** The names that a session knows. */
public interface Vocabulary {
  /**
   * What may stand after an unfinished piece of code: {@code title}, {@code length()}, {@code
   * substring(}.
   */
  List<String> after(String code);

  /** Full names of the classes of a simple name, imported or not. */
  List<String> classes(String simpleName);
}
