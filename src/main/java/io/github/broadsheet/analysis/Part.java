package io.github.broadsheet.analysis;

import java.util.List;

/**
 * A top-level piece of a cell. Offsets are UTF-16 positions in the cell.
 *
 * @param modifiersEnd where its leading modifiers end; equals start if it has none
 * @param typeStart begin of the type of a variable, of the name of an import
 * @param names what it declares: variables, a method or a type; the simple name of an import
 * @param parameters of a method: the types, white space removed
 */
record Part(
    Kind kind,
    int start,
    int end,
    int modifiersEnd,
    int typeStart,
    int typeEnd,
    List<String> names,
    String parameters) {

  enum Kind {
    IMPORT,
    METHOD,
    TYPE,
    VARIABLE,
    STATEMENT,
    EXPRESSION
  }

  /** What a later declaration must equal to replace this one. */
  String key() {
    return names.isEmpty() ? "" : kind + " " + names.get(0) + "(" + parameters + ")";
  }
}
