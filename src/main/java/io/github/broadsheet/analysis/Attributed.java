package io.github.broadsheet.analysis;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * A cell with its types, to be read by one question and then let go: trees and types must not be
 * kept. Positions are UTF-16 offsets in the cell.
 */
public final class Attributed {
  private final JavacTask task;
  private final CompilationUnitTree tree;
  private final Unit unit;
  private final Trees trees;

  Attributed(JavacTask task, CompilationUnitTree tree, Unit unit) {
    this.task = task;
    this.tree = tree;
    this.unit = unit;
    this.trees = Trees.instance(task);
  }

  /** The compilation unit around the cell. */
  public CompilationUnitTree tree() {
    return tree;
  }

  /** javac's view of the trees. */
  public Trees trees() {
    return trees;
  }

  /** Questions about types. */
  public Types types() {
    return task.getTypes();
  }

  /** Questions about declarations. */
  public Elements elements() {
    return task.getElements();
  }

  /** Where a tree begins in the cell, or -1 if it is not of the cell. */
  public int start(Tree of) {
    long position = trees.getSourcePositions().getStartPosition(tree, of);
    return position < 0 ? -1 : unit.toCell((int) position);
  }

  /** Where a tree ends in the cell, or -1 if it is not of the cell. */
  public int end(Tree of) {
    long position = trees.getSourcePositions().getEndPosition(tree, of);
    return position < 0 ? -1 : unit.toCell((int) position);
  }

  /** Whether a variable is one of the cell itself, inside nothing else. */
  boolean isTopLevel(VariableTree variable) {
    Part part = unit.partAt(start(variable));
    return part != null
        && part.kind() == Part.Kind.VARIABLE
        && start(variable) <= part.typeStart()
        && part.names().contains(variable.getName().toString());
  }

  /** Whether a name belongs to the class around the cell rather than to the reader. */
  public static boolean isSynthetic(CharSequence name) {
    return name.toString().startsWith("$");
  }
}
