package io.github.broadsheet.display;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows values of a type that is not ours, such as a Tablesaw table. Found with {@link
 * java.util.ServiceLoader}; a library can bring its own. Texts, numbers, characters and truth
 * values look as Java has them: no renderer is asked.
 */
public interface Renderer {
  /**
   * The bundle of a value, as {@link MimeBundle#mimeBundle} has it, or null if not ours to show.
   */
  @Nullable Map<String, Object> render(Object value);
}
