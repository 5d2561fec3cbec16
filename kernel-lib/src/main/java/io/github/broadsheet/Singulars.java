package io.github.broadsheet;

import io.github.broadsheet.text.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Topics that a reader wrote in the plural: a topic finds the plurals of its phrases, but {@code
 * language models} finds no {@code language model}. How many papers that leaves out is counted and
 * said; what is counted stays what was asked.
 */
final class Singulars {
  private static final int SHORTEST = 4;

  /** What ends so is one thing, not many. */
  private static final Pattern ONE = Pattern.compile(".*(ss|us|is|ics)$");

  private static final Set<String> WORDS = Set.of("news", "series", "species", "lens");

  private final List<Topic> asked;
  private final List<Written> written = new ArrayList<>();

  /** A phrase in the plural, its singular, and the topic that finds both. */
  private record Written(int topic, String plural, String singular, Topic both) {}

  Singulars(List<Topic> asked) {
    this.asked = asked;
    for (int i = 0; i < asked.size(); i++) {
      for (String phrase : asked.get(i).phrases()) {
        String singular = singular(phrase);
        if (!singular.equals(phrase)) {
          written.add(new Written(i, phrase, singular, asked.get(i).or(phrase, singular)));
        }
      }
    }
  }

  private static String singular(String phrase) {
    String last = phrase.substring(phrase.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    boolean plural =
        last.length() >= SHORTEST
            && last.endsWith("s")
            && !ONE.matcher(last).matches()
            && !WORDS.contains(last);
    if (!plural) {
      return phrase;
    }
    int end = phrase.length();
    return last.endsWith("ies")
        ? phrase.substring(0, end - 3) + "y"
        : phrase.substring(0, end - (last.matches(".*(s|x|z|ch|sh)es") ? 2 : 1));
  }

  /** All topics to count: those asked, then for each plural the topic that finds both. */
  List<Topic> topics() {
    return Stream.concat(asked.stream(), written.stream().map(Written::both)).toList();
  }

  /** Says what the plurals leave out, by the counts of {@link #topics}. */
  void note(List<String> notes, int[] mentions) {
    for (int i = 0; i < written.size(); i++) {
      Written one = written.get(i);
      int more = mentions[asked.size() + i] - mentions[one.topic];
      if (more > 0) {
        String text =
            "«%s» is looked for in the plural alone: # more {paper has|papers have} «%s», which finds both.";
        notes.add(Plural.of(text, more).formatted(one.plural, one.singular));
      }
    }
  }
}
