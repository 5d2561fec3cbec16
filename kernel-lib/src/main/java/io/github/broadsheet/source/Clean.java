package io.github.broadsheet.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of a field as a paper wants them; null where a text is no such value. */
final class Clean {
  private static final Pattern LINK = Pattern.compile("(?i)https?://[^\\s\"'<>\\\\`]+");
  private static final Pattern INSTANT = Pattern.compile(".{10}T.*(?:[zZ]|[+-]\\d\\d:\\d\\d)");

  private Clean() {}

  /** White space and control characters collapsed to single spaces; null where nothing is left. */
  static @Nullable String text(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder clean = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (isSpace(c)) {
        space = clean.length() > 0;
        continue;
      }
      if (space) {
        clean.append(' ');
        space = false;
      }
      // Half an emoji could not be written to a file and read back.
      clean.appendCodePoint(Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c);
    }
    return clean.isEmpty() ? null : clean.toString();
  }

  /** The same, "" where nothing is left. */
  static String orEmpty(@Nullable String text) {
    String clean = text(text);
    return clean == null ? "" : clean;
  }

  /** The texts of which something is left. */
  static List<String> texts(List<String> texts) {
    return texts.stream().map(Clean::text).filter(Objects::nonNull).toList();
  }

  private static boolean isSpace(int c) {
    return c == ' ' || Character.isISOControl(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /** An http or https address with a host, as it was written; null for anything else. */
  static @Nullable String link(@Nullable String text) {
    String address = text(text);
    if (address == null || !LINK.matcher(address).matches()) {
      return null;
    }
    try {
      return new URI(address).getHost() == null ? null : address;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The UTC day of an ISO instant, date-time or date. */
  static @Nullable LocalDate day(@Nullable String text) {
    String time = text(text);
    if (time == null) {
      return null;
    }
    String iso = time.replace(' ', 'T');
    try {
      if (iso.length() == 10) {
        return LocalDate.parse(iso);
      }
      return INSTANT.matcher(iso).matches()
          ? OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
          : LocalDateTime.parse(iso).toLocalDate();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
