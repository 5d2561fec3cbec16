package io.github.broadsheet.extension;

import java.util.List;

/**
 * What a library brings to the notebooks that use it: imports, suggestions inside strings, and work
 * before and after each cell. How its values show themselves, it says with {@link
 * io.github.broadsheet.display.MimeBundle} or {@link io.github.broadsheet.display.Renderer}.
 *
 * <p>Found with {@link java.util.ServiceLoader}: a jar names its implementation in {@code
 * META-INF/services/io.github.broadsheet.extension.Extension}. It is loaded when the session
 * starts, or when {@code %maven} or {@code %jars} brings its jar; once for a session.
 *
 * <pre>{@code
 * public final class LabExtension implements Extension {
 *   public List<String> imports() {
 *     return List.of("org.lab.*", "static org.lab.Shortcuts.*");
 *   }
 * }
 * }</pre>
 */
public interface Extension {
  /** What to import for all cells that follow, without {@code import} and {@code ;}. */
  default List<String> imports() {
    return List.of();
  }

  /** Who knows what may stand inside certain strings. */
  default List<LiteralCompleter> literalCompleters() {
    return List.of();
  }

  /**
   * Called before a cell runs, which waits for it, on a thread of its own: what is printed belongs
   * to the cell, and an interrupt of the cell ends it. An exception is shown and the cell runs all
   * the same.
   */
  default void beforeCell(CellEvent cell) {}

  /**
   * Called when a cell has ended, however it did, and before its reader is told; else as {@link
   * #beforeCell}.
   */
  default void afterCell(CellEvent cell) {}
}
