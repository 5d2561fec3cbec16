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

  private static String seen(String text) {
    String letters =
        text.replaceAll("[\\x{AD}\\x{2060}\\x{FEFF}]", "")
            .replace("ﬀ", "ff")
            .replace("ﬁ", "fi")
            .replace("ﬂ", "fl")
            .replace("ﬃ", "ffi")
            .replace("ﬄ", "ffl")
            .replaceAll("[ﬅﬆ]", "st");
    return Normalizer.normalize(letters, Normalizer.Form.NFC);
  }
}
