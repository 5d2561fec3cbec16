package io.github.broadsheet.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
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
    char[] chars = text.toCharArray();
    return text(chars, 0, chars.length);
  }

  /** The same for a part of an array, which is not changed. */
  static @Nullable String text(char[] chars, int from, int length) {
    char[] clean = new char[length];
    int plain = plain(chars, from, length, clean);
    if (plain >= 0) {
      return plain == 0 ? null : new String(clean, 0, plain);
    }
    return anyText(new String(chars, from, length));
  }

  private static @Nullable String anyText(String text) {
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

  /** Does it for text of plain letters, as most is; -1 if there are others. */
  private static int plain(char[] chars, int from, int length, char[] clean) {
    int count = 0;
    boolean space = false;
    for (int i = from; i < from + length; i++) {
      char c = chars[i];
      if (c > ' ' && c < 0x7f) {
        if (space) {
          clean[count++] = ' ';
          space = false;
        }
        clean[count++] = c;
      } else if (c <= ' ') {
        space = count > 0;
      } else {
        return -1;
      }
    }
    return count;
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
    Instant time = time(text);
    return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** An ISO instant; a date-time is UTC, a date its midnight. */
  static @Nullable Instant time(@Nullable String text) {
    String time = text(text);
    if (time == null) {
      return null;
    }
    String iso = time.replace(' ', 'T');
    try {
      if (iso.length() == 10) {
        return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return INSTANT.matcher(iso).matches()
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
