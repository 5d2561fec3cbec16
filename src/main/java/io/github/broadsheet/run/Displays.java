package io.github.broadsheet.run;

import io.github.broadsheet.notebook.Output;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a run that can be updated, whichever cell shows them. Also the lock of all that its
 * cells show.
 */
final class Displays {
  private final Map<String, Shown.Value> byId = new HashMap<>();

  void put(String id, Shown.Value value) {
    byId.put(id, value);
  }

  /** Shows another content in its place; an unknown id changes nothing, as in Jupyter. */
  void update(String id, Output output) {
    Shown.@Nullable Value value = byId.get(id);
    if (value != null) {
      value.replace(output);
    }
  }
}
