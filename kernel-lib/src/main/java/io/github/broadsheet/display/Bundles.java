package io.github.broadsheet.display;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Any value as a bundle: by itself, by a {@link Renderer}, else by its text. */
public final class Bundles {
  private Bundles() {}

  /** The bundle of a value; never empty, {@code text/plain} is always there. */
  public static Map<String, Object> of(@Nullable Object value) {
    if (value instanceof MimeBundle shown) {
      return shown.mimeBundle();
    }
    if (value != null) {
      for (Renderer renderer : ServiceLoader.load(Renderer.class)) {
        Map<String, Object> bundle = renderer.render(value);
        if (bundle != null) {
          return bundle;
        }
      }
    }
    Map<String, Object> bundle = new LinkedHashMap<>();
    bundle.put("text/plain", String.valueOf(value));
    return bundle;
  }

  /** The text of a value, as its bundle has it. */
  public static String text(@Nullable Object value) {
    return String.valueOf(of(value).get("text/plain"));
  }
}
