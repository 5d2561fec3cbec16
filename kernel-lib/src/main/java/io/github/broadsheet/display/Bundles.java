package io.github.broadsheet.display;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.net.URLClassLoader;
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
  /** What the loader of a session had when it had that many jars. */
  private record Found(ClassLoader loader, int jars, List<Renderer> renderers) {}

  private static volatile SoftReference<Found> found = new SoftReference<>(null);

  private Bundles() {}

  /** The bundle of a value; never empty, {@code text/plain} is always there. */
  public static Map<String, Object> of(@Nullable Object value) {
    if (value instanceof MimeBundle shown) {
      return shown.mimeBundle();
    }
    if (value != null && !isPlain(value)) {
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

  /** Texts, numbers and truths look as Java has them: to look for renderers takes a moment. */
  private static boolean isPlain(Object value) {
    return value instanceof String
        || value instanceof Boolean
        || value instanceof Character
        || value.getClass().getName().startsWith("java.lang.") && value instanceof Number;
  }

  /**
   * Those of libraries a reader added in the running session first, which the thread's own loader
   * sees; then ours, which must be found from any thread.
   */
  private static List<Renderer> renderers() {
    List<Renderer> renderers = new ArrayList<>(ofSession());
    renderers.addAll(Ours.ALL);
    return renderers;
  }

  /** Looked for when the first value needs them. */
  private static final class Ours {
    static final List<Renderer> ALL =
        collect(ServiceLoader.load(Renderer.class, Renderer.class.getClassLoader()));
  }

  private static List<Renderer> ofSession() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    while (loader instanceof URLClassLoader empty && empty.getURLs().length == 0) {
      loader = empty.getParent();
    }
    if (loader == null || loader == Renderer.class.getClassLoader()) {
      return List.of();
    }
    int jars = loader instanceof URLClassLoader own ? own.getURLs().length : 0;
    Found known = found.get();
    if (known == null || known.loader != loader || known.jars != jars) {
      boolean none = loader instanceof URLClassLoader own && !bringsRenderers(own);
      known =
          new Found(
              loader, jars, none ? List.of() : collect(ServiceLoader.load(Renderer.class, loader)));
      found = new SoftReference<>(known);
    }
    return known.renderers;
  }

  private static boolean bringsRenderers(URLClassLoader loader) {
    try {
      return loader
          .findResources("META-INF/services/" + Renderer.class.getName())
          .hasMoreElements();
    } catch (IOException e) {
      return true; // The loader of services tells what is wrong.
    }
  }

  /** A provider that cannot be loaded must not keep every other value from being shown. */
  private static List<Renderer> collect(ServiceLoader<Renderer> loader) {
    List<Renderer> renderers = new ArrayList<>();
    Iterator<Renderer> services = loader.iterator();
    while (true) {
      try {
        if (!services.hasNext()) {
          return renderers;
        }
        renderers.add(services.next());
      } catch (ServiceConfigurationError broken) {
        System.getLogger(Bundles.class.getName())
            .log(System.Logger.Level.WARNING, "A renderer could not be loaded", broken);
      }
    }
  }
}
