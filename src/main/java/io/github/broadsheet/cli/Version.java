package io.github.broadsheet.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What {@code --version} prints: the program, and the Java that runs it. */
final class Version implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"broadsheet " + program(), "java " + Runtime.version()};
  }

  /** The version of the packaged program. */
  static String program() {
    @Nullable String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
