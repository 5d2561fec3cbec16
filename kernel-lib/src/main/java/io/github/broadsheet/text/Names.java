package io.github.broadsheet.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Names of people and institutions, compared without case, accents and punctuation. */
public final class Names {
  private Names() {}

  /** The words of a name in plain lower case: {@code Ørsted, Łukasz} is {@code orsted lukasz}. */
  public static List<String> words(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("đ", "d")
            .replace("ı", "i")
            .replace("ß", "ss")
            .replace("æ", "ae")
            .replace("œ", "oe");
    return Arrays.stream(plain.split("[^\\p{L}\\p{Nd}]+")).filter(word -> !word.isEmpty()).toList();
  }

  /**
   * Whether a person of this name can be asked for in these words: by the whole name, by the last
   * name, or by the first and the last without the middle.
   */
  public static boolean isPerson(List<String> name, List<String> asked) {
    int rest = name.size() - asked.size();
    if (rest < 0 || asked.isEmpty()) {
      return false;
    }
    List<String> end = name.subList(rest, name.size());
    return end.equals(asked)
        || (asked.size() > 1
            && name.get(0).equals(asked.get(0))
            && end.subList(1, end.size()).equals(asked.subList(1, asked.size())));
  }

  /** Whether a name has these words, one after the other. */
  public static boolean has(List<String> name, List<String> asked) {
    return Collections.indexOfSubList(name, asked) >= 0;
  }
}
