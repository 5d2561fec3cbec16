package io.github.broadsheet.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the abbreviations among some topics stand for, found where a text writes {@code long form
 * (LF)}: by the rule of Schwartz and Hearst, Pacific Symposium on Biocomputing 8 (2003) 451.
 */
public final class Acronyms {
  private static final Pattern IN_PARENTHESES =
      Pattern.compile("\\(([\\p{L}\\p{Nd}][^()\\s]{1,9})\\)");

  private static final Pattern LAST = Pattern.compile("[^\\p{L}\\p{Nd}]+$");

  /** At most so many forms are offered for a phrase. */
  private static final int MOST = 5;

  /** A form that one text has where so many have another is none. */
  private static final int SLIP = 50;

  private final List<Topic> topics;

  /** For each phrase asked for, the other forms (folded; then as written) in how many texts. */
  private final Map<String, Map<String, Map<String, Integer>>> others = new HashMap<>();

  private final Map<String, Set<String>> spellings = new HashMap<>();

  /**
   * Another form of a phrase.
   *
   * @param topic the label of the topic asked for
   * @param written the phrase asked for
   * @param means the other form
   * @param papers how many texts write the two together
   * @param ask the topic with both forms
   */
  public record Offer(String topic, String written, String means, int papers, String ask) {}

  public Acronyms(List<Topic> topics) {
    this.topics = List.copyOf(topics);
    for (Topic topic : topics) {
      for (String phrase : topic.phrases()) {
        others.put(phrase, new HashMap<>());
        spellings.put(phrase, Spellings.of(phrase));
      }
    }
  }

  /** Looks in the text of a paper. */
  public void read(String text) {
    if (text.indexOf('(') < 0) {
      return;
    }
    Set<String> seen = new LinkedHashSet<>();
    Matcher inside = IN_PARENTHESES.matcher(text);
    while (inside.find()) {
      String shortForm = singular(inside.group(1));
      String longForm = isAcronym(shortForm) ? longForm(text, inside.start(), shortForm) : "";
      if (!longForm.isEmpty() && seen.add(shortForm + " " + longForm)) {
        add(shortForm, longForm);
      }
    }
  }

  private void add(String shortForm, String longForm) {
    spellings.forEach(
        (phrase, ways) -> {
          if (ways.contains(folded(shortForm))) {
            count(phrase, longForm.toLowerCase(Locale.ROOT));
          } else if (ways.contains(folded(longForm))) {
            count(phrase, shortForm);
          }
        });
  }

  private static String folded(String form) {
    return Letters.foldMarking(form).replace(Letters.HYPHEN, ' ');
  }

  private void count(String phrase, String other) {
    others
        .getOrDefault(phrase, new HashMap<>())
        .computeIfAbsent(folded(singular(other)), any -> new HashMap<>())
        .merge(other, 1, Integer::sum);
  }

  /** {@code LLMs} is {@code LLM}; a word in small letters keeps an s after another or a vowel. */
  private static String singular(String form) {
    return form.matches(".*[\\p{L}\\p{Nd}&&[^susi]]s")
        ? form.substring(0, form.length() - 1)
        : form;
  }

  private static boolean isAcronym(String form) {
    return form.length() > 1 && form.chars().anyMatch(Character::isUpperCase);
  }

  /**
   * The words before the parenthesis that the letters stand for, or nothing: those whose first
   * letters they are; else from right to left, each letter must be found, the first at the
   * beginning of a word.
   */
  private static String longForm(String text, int parenthesis, String shortForm) {
    int most = Math.min(shortForm.length() + 5, 2 * shortForm.length());
    int from = parenthesis;
    for (int words = 0; words < most && from > 0; words++) {
      int word = text.lastIndexOf(' ', from - 2);
      from = word + 1;
    }
    String before = text.substring(from, parenthesis).strip().replaceAll("[’']s$", "");
    int at = initials(before, shortForm);
    return told(at >= 0 ? before.substring(at) : letters(before, shortForm), shortForm);
  }

  /**
   * Where the words begin whose first letters are those of the short form, one a word (little words
   * aside), or -1. The rule of Schwartz and Hearst alone reads {@code proximal policy optimization
   * (PPO)} as {@code policy optimization}: its p is in both words.
   */
  private static int initials(String before, String shortForm) {
    int letter = shortForm.length() - 1;
    int at = before.length();
    while (letter >= 0 && at > 0) {
      int end = at;
      while (end > 0 && !Character.isLetterOrDigit(before.charAt(end - 1))) {
        end--;
      }
      int begin = end;
      while (begin > 0 && Character.isLetterOrDigit(before.charAt(begin - 1))) {
        begin--;
      }
      if (begin == end) {
        return -1;
      }
      boolean stands =
          Character.toLowerCase(before.charAt(begin))
              == Character.toLowerCase(shortForm.charAt(letter));
      boolean little =
          PlainWords.kind(before.substring(begin, end).toLowerCase(Locale.ROOT))
              == PlainWords.INNER;
      if (!stands && (!little || at == before.length())) {
        return -1;
      }
      letter -= stands ? 1 : 0;
      at = begin;
    }
    return letter < 0 ? at : -1;
  }

  private static String letters(String before, String shortForm) {
    int at = before.length();
    for (int s = shortForm.length() - 1; s >= 0; s--) {
      int letter = Character.toLowerCase(shortForm.charAt(s));
      if (!Character.isLetterOrDigit(letter)) {
        continue;
      }
      do {
        at--;
      } while (at >= 0
          && (Character.toLowerCase(before.charAt(at)) != letter
              || (s == 0 && at > 0 && Character.isLetterOrDigit(before.charAt(at - 1)))));
      if (at < 0) {
        return "";
      }
    }
    return before.substring(at);
  }

  /** A long form, if it looks like one: it is longer, has two words, and no stop in it. */
  private static String told(String form, String shortForm) {
    boolean plain = form.length() > shortForm.length() && !form.matches(".*[.,;:()].*");
    return plain && form.matches(".*[ -].*") ? LAST.matcher(form).replaceAll("") : "";
  }

  /** What was found, topic by topic, the form in the most texts first. */
  public List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    for (Topic topic : topics) {
      for (String phrase : topic.phrases()) {
        List<Offer> found =
            others.getOrDefault(phrase, Map.of()).values().stream()
                .map(forms -> offer(topic, phrase, forms))
                .sorted(
                    Comparator.comparing(Offer::papers, Comparator.reverseOrder())
                        .thenComparing(Offer::means))
                .limit(MOST)
                .toList();
        // Beside hundreds of papers, one that writes it otherwise has a slip of the pen.
        found.stream()
            .filter(offer -> SLIP * offer.papers() >= found.get(0).papers())
            .forEach(offers::add);
      }
    }
    return offers;
  }

  /**
   * Offers the way to write it that is in the most texts; of one thing, if some write so, since a
   * topic of one matches many: {@code mixture-of-experts} has no singular.
   */
  private static Offer offer(Topic topic, String phrase, Map<String, Integer> forms) {
    String most =
        Collections.max(
                forms.entrySet(),
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .getKey();
    String other = forms.containsKey(singular(most)) ? singular(most) : most;
    int papers = forms.values().stream().mapToInt(Integer::intValue).sum();
    String wider = topic.or(phrase, other).query();
    boolean labelled = !topic.label().equals(Topic.parse(topic.query()).label());
    String ask = labelled ? topic.label() + ": " + wider : wider;
    return new Offer(topic.label(), phrase, other, papers, ask);
  }
}
