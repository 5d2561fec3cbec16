package io.github.broadsheet.assist;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds trees, also in what javac could not make sense of. */
final class Cursor extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final Predicate<TreePath> wanted;
  private @Nullable TreePath found;

  private Cursor(Predicate<TreePath> wanted) {
    this.wanted = wanted;
  }

  /** The innermost tree that is wanted. */
  static @Nullable TreePath find(Tree root, Predicate<TreePath> wanted) {
    Cursor cursor = new Cursor(wanted);
    if (root instanceof CompilationUnitTree unit) {
      cursor.scan(new TreePath(unit), null);
    }
    return cursor.found;
  }

  /** The tree that stands for the marker of a {@link Probe}. */
  static @Nullable TreePath marker(Tree root) {
    return find(root, path -> isMarker(path.getLeaf()));
  }

  private static boolean isMarker(Tree tree) {
    if (tree instanceof IdentifierTree name) {
      return name.getName().contentEquals(Probe.MARKER);
    }
    if (tree instanceof MemberSelectTree select) {
      return select.getIdentifier().contentEquals(Probe.MARKER);
    }
    if (tree instanceof MemberReferenceTree reference) {
      return reference.getName().contentEquals(Probe.MARKER);
    }
    return tree instanceof LiteralTree literal && Probe.MARKER.equals(literal.getValue());
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
    if (tree != null) {
      TreePath path = getCurrentPath();
      TreePath here = path == null ? null : new TreePath(path, tree);
      if (here != null && wanted.test(here)) {
        found = here;
      }
    }
    return super.scan(tree, nothing);
  }

  @Override
  public @Nullable Void visitErroneous(ErroneousTree tree, @Nullable Void nothing) {
    return scan(tree.getErrorTrees(), nothing);
  }
}
