package io.github.broadsheet.share;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What this machine knows of its user, and no reader of a shared page should.
 *
 * @param home the home directory
 * @param host the name of the machine; empty if unknown
 * @param environment the variables of this process
 */
public record Machine(String home, String user, String host, Map<String, String> environment) {
  public Machine {
    environment = Map.copyOf(environment);
  }

  /** The machine this runs on. */
  public static Machine here() {
    return new Machine(
        System.getProperty("user.home", ""),
        System.getProperty("user.name", ""),
        host(System.getenv()),
        System.getenv());
  }

  // Java asks the network for the name of its own machine, which can take seconds.
  private static String host(Map<String, String> environment) {
    String named =
        environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", ""));
    try {
      return named.isEmpty()
          ? Files.readString(Path.of("/etc/hostname"), StandardCharsets.UTF_8).strip()
          : named;
    } catch (IOException unknown) {
      return "";
    }
  }
}
