package io.github.broadsheet.share;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/** The style and the one script of every page, and the policy that lets no other run. */
final class Assets {
  static final String STYLE = text("page.css");
  static final String SCRIPT =
      text("page.js")
          .lines()
          .map(String::strip)
          .filter(line -> !line.startsWith("//"))
          .collect(Collectors.joining("\n"));

  /** Nothing is loaded; blob: is for plotly.js, unpacked from the page, and what it exports. */
  static final String CSP =
      "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'sha256-"
          + Base64.getEncoder().encodeToString(Sha256.of(SCRIPT.getBytes(StandardCharsets.UTF_8)))
          + "' blob:; base-uri 'none'; form-action 'none'";

  private Assets() {}

  private static String text(String file) {
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            file + " is missing from the program's jar: build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
