package io.github.broadsheet.kernel;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Jupyter looks for kernels, by its own rules, so that no Python is needed to find out.
 *
 * @see <a href="https://docs.jupyter.org/en/latest/use/jupyter-directories.html">Jupyter's
 *     directories</a>
 */
public final class JupyterData {
  private JupyterData() {}

  /** The data folder of this user on this machine. */
  public static Path ofUser() {
    return ofUser(
        System.getenv(),
        System.getProperty("os.name").toLowerCase(Locale.ROOT),
        Path.of(System.getProperty("user.home")));
  }

  static Path ofUser(Map<String, String> environment, String os, Path home) {
    @Nullable Path chosen = folder(environment, "JUPYTER_DATA_DIR");
    if (chosen != null) {
      return chosen;
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Jupyter");
    }
    if (os.startsWith("windows")) {
      @Nullable Path roaming = folder(environment, "APPDATA");
      return roaming != null
          ? roaming.resolve("jupyter")
          : config(environment, home).resolve("data");
    }
    @Nullable Path xdg = folder(environment, "XDG_DATA_HOME");
    return (xdg != null ? xdg : home.resolve(".local").resolve("share")).resolve("jupyter");
  }

  private static Path config(Map<String, String> environment, Path home) {
    @Nullable Path chosen = folder(environment, "JUPYTER_CONFIG_DIR");
    return chosen != null ? chosen : home.resolve(".jupyter");
  }

  private static @Nullable Path folder(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? null : Path.of(value);
  }

  /** The data folder of a Python environment or an installation, such as {@code /usr/local}. */
  public static Path ofPrefix(Path prefix) {
    return prefix.toAbsolutePath().normalize().resolve("share").resolve("jupyter");
  }
}
