package io.github.broadsheet.magic;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where Maven's own settings are.
 *
 * @param file settings.xml; null for {@code ~/.m2/settings.xml}
 * @param localRepository null for what the settings say
 */
record MavenSettings(@Nullable Path file, @Nullable Path localRepository) {
  /** The user's: with the system property {@code maven.repo.local}, as for Maven itself. */
  static MavenSettings ofTheUser() {
    String local = System.getProperty("maven.repo.local");
    return new MavenSettings(null, local == null ? null : Path.of(local));
  }

  /** The local repository, without reading the settings. */
  Path repository() {
    return localRepository == null
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : localRepository;
  }
}
