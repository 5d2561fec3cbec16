package io.github.broadsheet.magic;

import io.github.broadsheet.engine.CommandException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** A place that a reader adds, to be asked besides those of the Maven settings. */
record Repository(String id, String url) {
  private static final Set<String> SCHEMES = Set.of("https", "http", "file");

  Repository {
    try {
      URI uri = new URI(url);
      if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
        throw bad(url);
      }
      if (uri.getRawUserInfo() != null) {
        throw new CommandException(
            "BadRepository",
            "the address of the repository "
                + id
                + " has a name and a password in it, which the notebook would keep; put them into"
                + " ~/.m2/settings.xml, as <server> with the id "
                + id);
      }
    } catch (URISyntaxException e) {
      throw bad(url);
    }
  }

  private static CommandException bad(String url) {
    return new CommandException(
        "BadRepository",
        "\""
            + shown(url)
            + "\" is no address of a repository; expected https://…, http://… or file://…");
  }

  /** An address without a name and a password. */
  static String shown(String url) {
    return url.replaceAll("//[^/@]*@", "//").replaceAll("\\?.*", "");
  }
}
