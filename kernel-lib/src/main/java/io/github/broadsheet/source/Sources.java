package io.github.broadsheet.source;

import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Client;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/** The sources that can be asked by name: those of this session, and those of the class path. */
public final class Sources {
  private static final Map<String, Source> ADDED = new ConcurrentHashMap<>();

  private Sources() {}

  /** Makes a source known in this session; one of the same name gives way. */
  public static void add(Source source) {
    ADDED.put(source.name(), source);
  }

  /**
   * What the source of this name finds.
   *
   * @throws IllegalArgumentException if there is none of this name, with the names there are
   */
  public static Listing find(String name, String query, int most, Arrivals arrivals) {
    Map<String, Source> sources = all();
    Source source = sources.get(name);
    if (source == null) {
      throw new IllegalArgumentException(
          "There is no source \"" + name + "\". " + known(sources.keySet()));
    }
    try (Progress progress = Progress.of(name, -1)) {
      Listing found = source.find(query, most, new Fetcher(Client.shared(), progress, arrivals));
      Listing first = new Listing(found.papers().stream().limit(most).toList(), found.notes());
      arrivals.arrived(first);
      return first;
    }
  }

  private static String known(Collection<String> names) {
    return names.isEmpty()
        ? "None is known yet: Papers.add(source) makes one known. Hugging Face and arXiv have words"
            + " of their own, Papers.search and Papers.arxiv."
        : "Known are: " + String.join(", ", names) + ".";
  }

  private static Map<String, Source> all() {
    Map<String, Source> sources = new LinkedHashMap<>();
    // The jars a reader added to the session are seen by the thread's loader, ours by our own.
    collect(ServiceLoader.load(Source.class, Source.class.getClassLoader()), sources);
    collect(ServiceLoader.load(Source.class), sources);
    sources.putAll(ADDED);
    return sources;
  }

  private static void collect(ServiceLoader<Source> loader, Map<String, Source> sources) {
    loader.stream()
        .forEach(
            provider -> {
              try {
                Source source = provider.get();
                sources.put(source.name(), source);
              } catch (ServiceConfigurationError broken) {
                System.getLogger(Sources.class.getName())
                    .log(System.Logger.Level.WARNING, "A source could not be loaded", broken);
              }
            });
  }
}
