package io.github.broadsheet.display;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
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
      for (Renderer renderer : renderers()) {
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

  /**
   * Those of libraries a reader added in the running session first, which the thread's own loader
   * sees; then ours, which must be found from any thread.
   */
  private static List<Renderer> renderers() {
    List<Renderer> renderers = new ArrayList<>();
    collect(ServiceLoader.load(Renderer.class), renderers);
    collect(ServiceLoader.load(Renderer.class, Renderer.class.getClassLoader()), renderers);
    return renderers;
  }

  /** A provider that cannot be loaded must not keep every other value from being shown. */
  private static void collect(ServiceLoader<Renderer> loader, List<Renderer> renderers) {
    Iterator<Renderer> found = loader.iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return;
        }
        renderers.add(found.next());
      } catch (ServiceConfigurationError broken) {
        System.getLogger(Bundles.class.getName())
            .log(System.Logger.Level.WARNING, "A renderer could not be loaded", broken);
      }
    }
  }
}
