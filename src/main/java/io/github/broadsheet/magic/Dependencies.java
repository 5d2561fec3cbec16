package io.github.broadsheet.magic;

import io.github.broadsheet.engine.Step;
import io.github.broadsheet.http.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code %maven} and {@code %mavenRepo}: what a session has asked for so far. Everything is
 * resolved together each time, so that the jars fit each other.
 */
final class Dependencies {
  /** Words of rapaio's %dependency: here, what is added is resolved at once. */
  private static final Set<String> SWITCHES = Set.of("/add", "/resolve");

  private final MavenSettings settings;
  private final Map<String, Coordinate> asked = new LinkedHashMap<>();
  private final Set<Repository> repositories = new LinkedHashSet<>();
  private final Map<String, Coordinate> loaded = new LinkedHashMap<>();

  Dependencies(MavenSettings settings) {
    this.settings = settings;
  }

  List<Step> maven(Call call) throws Exception {
    List<Coordinate> wanted = coordinates(call);
    return wanted.isEmpty() ? List.of() : add(wanted);
  }

  /** What a {@code %maven} names. */
  static List<Coordinate> coordinates(Call call) {
    if (call.words().isEmpty()) {
      throw call.incomplete("a coordinate", "%maven org.apache.commons:commons-csv:1.10.0");
    }
    return call.words().stream()
        .filter(word -> !SWITCHES.contains(word))
        .map(Coordinate::of)
        .toList();
  }

  List<Step> pom(Call call) throws Exception {
    Pom pom = read(call);
    repositories.addAll(pom.repositories());
    return add(pom.dependencies());
  }

  /** What a {@code %loadFromPOM} names. */
  static Pom read(Call call) throws IOException {
    return call.magic().name().startsWith("%%")
        ? Pom.of(call.magic().body())
        : Pom.of(LocalFiles.read(call.magic().arguments()));
  }

  List<Step> repository(Call call) {
    List<String> words = call.words();
    if (words.size() != 2) {
      throw call.incomplete(
          "a name and an address", "%mavenRepo lab https://maven.example.org/releases");
    }
    repositories.add(new Repository(words.get(0), words.get(1)));
    System.out.println("Repository " + words.get(0) + " will be asked, too.");
    return List.of();
  }

  /** Resolves these together with all that was asked for before. */
  private List<Step> add(List<Coordinate> wanted) throws Exception {
    Map<String, Coordinate> all = new LinkedHashMap<>(asked);
    wanted.forEach(each -> all.put(each.key(), each));
    MavenResolver resolver = new MavenResolver(settings);
    boolean offline = Settings.current().offline();
    List<Resolved> jars = resolver.resolve(all.values(), repositories, offline);
    asked.putAll(all);
    List<Path> entries = new ArrayList<>();
    List<String> added = new ArrayList<>();
    for (Resolved jar : jars) {
      String note = note(jar);
      if (note == null) {
        loaded.put(jar.coordinate().key(), jar.coordinate());
        entries.add(jar.file());
        added.add(jar.file().getFileName().toString());
      } else if (!note.isEmpty()) {
        System.out.println(note);
      }
    }
    System.out.println(added.isEmpty() ? "Nothing to add." : "Added: " + String.join(", ", added));
    if (!entries.isEmpty()) {
      resolver.fetchSources(jars, repositories, offline);
    }
    return List.of(new Step.ClassPath(entries));
  }

  /** Why a jar is not added, empty if that goes without saying; null if it is. */
  private @Nullable String note(Resolved jar) {
    Coordinate wanted = jar.coordinate();
    Coordinate there = loaded.get(wanted.key());
    if (there != null) {
      return there.version().equals(wanted.version())
          ? ""
          : wanted
              + ": "
              + there.version()
              + " is loaded already and stays; restart the kernel and ask for all in one %maven to"
              + " use "
              + wanted.version();
    }
    Path shared = SharedJars.with(jar);
    if (shared == null) {
      return null;
    }
    String version = SharedJars.version(shared, wanted.artifact());
    return version.equals(wanted.version())
        ? ""
        : wanted + ": Broadsheet brings " + version + ", which is used instead";
  }
}
