package io.github.broadsheet.display;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text on its way into HTML. Whatever was fetched is hostile until it went through here. */
public final class Html {
  private Html() {}

  /**
   * Text that is safe in an element and in a quoted attribute. Control characters, which no reader
   * sees, become a blank; marks that would turn the direction of what follows are dropped.
   */
  public static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\n', '\t' -> safe.append(c);
        default -> {
          if (Character.isISOControl(c)) {
            safe.append(' ');
          } else if (!turnsDirection(c)) {
            safe.append(c);
          }
        }
      }
    }
    return safe.toString();
  }

  /** An absolute http or https address, as it may stand in {@code href} once escaped. */
  public static Optional<String> link(@Nullable String address) {
    if (address == null) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(address.strip());
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      return web && uri.getHost() != null ? Optional.of(uri.toString()) : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  /** A link that opens elsewhere and tells nobody where the reader came from. */
  static String anchor(String address, String content) {
    return "<a href=\""
        + escape(address)
        + "\" target=\"_blank\" rel=\"noopener noreferrer\">"
        + content
        + "</a>";
  }

  /** Embeddings, overrides and isolates, U+202A–202E and U+2066–2069. */
  static boolean turnsDirection(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
