package io.github.broadsheet.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The topic language by trying each spelling at each place of a text: slow, and independent. */
public final class SlowMatcher {
  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}\\p{Nd}\\p{M}&&[^\\x{FE00}-\\x{FE0F}]&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}"
              + "\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]]");
  private static final Pattern SPACING = Pattern.compile("[\\s\\p{Z}‐‑‒–-]+");
  private final List<String> spellings = new ArrayList<>();

  public SlowMatcher(String phrase) {
    String hyphened =
        SPACING
            .matcher(seen(phrase))
            .replaceAll(spacing -> spacing.group().matches("[‐‑‒–-]+") ? "-" : " ");
    for (String plain : joined(hyphened.replaceAll("^[ -]+|[ -]+$", ""))) {
      add(plain(plain));
    }
  }

  private static List<String> joined(String hyphened) {
    if (!hyphened.contains("-")) {
      return List.of(hyphened);
    }
    List<String> ways = new ArrayList<>(joined(hyphened.replaceFirst("-", "")));
    ways.addAll(joined(hyphened.replaceFirst("-", " ")));
    return ways;
  }

  private void add(String plain) {
    spellings.add(plain);
    String last = plain.substring(plain.offsetByCodePoints(plain.length(), -1));
    if (last.matches("\\p{L}") && WORD.matcher(last).matches()) {
      spellings.add(plain + "s");
      spellings.add(plain + "es");
      if (last.equalsIgnoreCase("y")) {
        spellings.add(plain.replaceFirst(".$", "ies"));
      }
    }
  }

  public boolean matches(String text) {
    int[] letters = plain(text).codePoints().toArray();
    for (String spelling : spellings) {
      int length = spelling.codePointCount(0, spelling.length());
      for (int i = 0; i + length <= letters.length; i++) {
        if (new String(letters, i, length).equalsIgnoreCase(spelling)
            && !(isWord(letters, i - 1) && isWord(letters, i))
            && !(isWord(letters, i + length - 1) && isWord(letters, i + length))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isWord(int[] letters, int i) {
    return i >= 0 && i < letters.length && WORD.matcher(Character.toString(letters[i])).matches();
  }

  private static String plain(String text) {
    return seen(text).replaceAll(SPACING.pattern(), " ").replace('’', '\'');
  }

  /** Letters of full width, and of the alphabets for formulas. */
  private static boolean isPrint(int c) {
    return (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x1D400 && c <= 0x1D7FF);
  }

  private static String seen(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT && c != 0x34F)
        .mapToObj(Character::toString)
        .map(c -> isPrint(c.codePointAt(0)) ? Normalizer.normalize(c, Normalizer.Form.NFKC) : c)
        .forEach(plain::append);
    String letters =
        plain
            .toString()
            .replace("ﬀ", "ff")
            .replace("ﬁ", "fi")
            .replace("ﬂ", "fl")
            .replace("ﬃ", "ffi")
            .replace("ﬄ", "ffl")
            .replaceAll("[ﬅﬆ]", "st");
    return Normalizer.normalize(letters, Normalizer.Form.NFC);
  }
}
