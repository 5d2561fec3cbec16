package io.github.broadsheet.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of many papers, found in their own texts: what each paper mentions, and how many
 * papers mention each phrase.
 *
 * <p>A phrase has one to four words (and one like "of" within a long one), without a stop between
 * them, and says what a paper is about: words of grammar and of every abstract ("we propose",
 * "significant") are in none, and it is also used in titles and again in abstracts now and then.
 * Plurals and other spellings of a word are one word; a phrase that hardly occurs but within a
 * longer one gives its place to that one. Formulas and addresses are left out. Texts in scripts
 * without blanks between words have no phrases here.
 *
 * <p>Takes about the memory of the texts themselves; about twice that for a moment while it is
 * made.
 */
public final class PhraseIndex {
  private final Words words;

  /** The words of each phrase. */
  private final int[][] phrases;

  private final int[] counts;
  private final int[] titles;

  /** Phrases of paper {@code p}: from {@code starts[p]} to before {@code starts[p + 1]}. */
  private final int[] starts;

  private final int[] mentions;

  PhraseIndex(
      Words words, int[][] phrases, int[] counts, int[] titles, int[] starts, int[] mentions) {
    this.words = words;
    this.phrases = phrases;
    this.counts = counts;
    this.titles = titles;
    this.starts = starts;
    this.mentions = mentions;
  }

  /**
   * Finds the phrases of papers 0 to before {@code papers}.
   *
   * @param title of a paper, or null
   * @param summary of a paper, or null
   * @param least a phrase is in at least so many papers
   */
  public static PhraseIndex of(
      int papers,
      IntFunction<@Nullable String> title,
      IntFunction<@Nullable String> summary,
      int least) {
    return new PhraseIndexBuilder(papers, least).build(title, summary);
  }

  /** How many papers a phrase must be in to be worth a look, among so many. */
  public static int least(int papers) {
    return Math.max(3, (int) Math.ceil(Math.sqrt(papers) / 20));
  }

  /** How many papers there are. */
  public int papers() {
    return starts.length - 1;
  }

  /** How many phrases there are; they are numbered from 0. */
  public int phrases() {
    return phrases.length;
  }

  /** In how many papers a phrase is. */
  public int count(int phrase) {
    return counts[phrase];
  }

  /** In how many titles a phrase is. */
  public int titles(int phrase) {
    return titles[phrase];
  }

  /** How many words a phrase has, 1 to 5. */
  public int words(int phrase) {
    return phrases[phrase].length;
  }

  /** Visits the phrases of a paper, each once, short ones first. */
  public void each(int paper, IntConsumer phrase) {
    for (int i = starts[paper]; i < starts[paper + 1]; i++) {
      phrase.accept(mentions[i]);
    }
  }

  /** How many phrases a paper mentions. */
  public int mentions(int paper) {
    return starts[paper + 1] - starts[paper];
  }

  /** The papers that mention each of some phrases, in the order of the phrases. */
  public List<BitSet> papersWith(List<Integer> some) {
    int[] place = new int[phrases.length];
    Arrays.fill(place, -1);
    List<BitSet> papers = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      place[some.get(i)] = i;
      papers.add(new BitSet());
    }
    for (int paper = 0; paper < papers(); paper++) {
      for (int i = starts[paper]; i < starts[paper + 1]; i++) {
        if (place[mentions[i]] >= 0) {
          papers.get(place[mentions[i]]).set(paper);
        }
      }
    }
    return papers;
  }

  /** Whether one phrase has all words of another, side by side, and more. */
  public boolean within(int part, int whole) {
    int[] inner = phrases[part];
    int[] outer = phrases[whole];
    for (int i = 0; inner.length < outer.length && i + inner.length <= outer.length; i++) {
      if (Arrays.equals(outer, i, i + inner.length, inner, 0, inner.length)) {
        return true;
      }
    }
    return false;
  }

  /** Visits each phrase with those one word longer that begin or end with it. */
  public void parts(PartVisitor visitor) {
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    for (int phrase = 0; phrase < phrases.length; phrase++) {
      numbers.put(Arrays.stream(phrases[phrase]).boxed().toList(), phrase);
    }
    for (int whole = 0; whole < phrases.length; whole++) {
      List<Integer> spelled = Arrays.stream(phrases[whole]).boxed().toList();
      int length = spelled.size();
      Integer begin = numbers.get(spelled.subList(0, length - 1));
      Integer end = numbers.get(spelled.subList(1, length));
      if (begin != null) {
        visitor.visit(begin, whole);
      }
      if (end != null && !end.equals(begin)) {
        visitor.visit(end, whole);
      }
    }
  }

  /** Takes a phrase and a longer one it is a part of. */
  public interface PartVisitor {
    void visit(int part, int whole);
  }

  /** Whether two phrases share a word, words like "of" aside. */
  public boolean overlap(int one, int other) {
    for (int word : phrases[one]) {
      for (int same : phrases[other]) {
        if (word == same && words.kind(word) != PlainWords.INNER) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether two phrases have words of one stem: {@code robot}, {@code robotic}. Told by the letters
   * they begin with, which is enough not to say both in one name.
   */
  public boolean akin(int one, int other) {
    for (int word : phrases[one]) {
      for (int same : phrases[other]) {
        if (words.kind(word) == PlainWords.TOPIC
            && words.kind(same) == PlainWords.TOPIC
            && akin(words.word(word), words.word(same))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean akin(String one, String other) {
    int same = 0;
    int most = Math.min(one.length(), other.length());
    while (same < most && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    int longer = Math.max(one.length(), other.length());
    return same >= 4 && longer - same <= 4 && same > longer / 2;
  }

  /**
   * Whether a phrase could be short for another: one word of the first letters of its words, and
   * perhaps more of their letters, in order: {@code cot}, chain of thought; {@code nerf}, neural
   * radiance field. That papers use the two for one another is for the caller to see.
   */
  public boolean abbreviates(int one, int other) {
    if (phrases[one].length > 1 || phrases[other].length < 2) {
      return false;
    }
    return spells(words.word(phrases[one][0]), 0, phrases[other], 0);
  }

  /** Whether the letters from a place on are taken from the words from a place on. */
  private boolean spells(String letters, int letter, int[] spelled, int next) {
    if (next == spelled.length) {
      return letter == letters.length();
    }
    if (words.kind(spelled[next]) == PlainWords.INNER
        && spells(letters, letter, spelled, next + 1)) {
      return true;
    }
    String word = words.word(spelled[next]);
    if (letter == letters.length() || letters.charAt(letter) != word.charAt(0)) {
      return false;
    }
    int at = 0;
    for (int used = letter + 1; at >= 0; used++) {
      if (spells(letters, used, spelled, next + 1)) {
        return true;
      }
      at = used < letters.length() ? word.indexOf(letters.charAt(used), at + 1) : -1;
    }
    return false;
  }

  /** The phrase in its plainest spelling: {@code world model}. */
  public String plain(int phrase) {
    return words.plain(phrases[phrase]);
  }

  /** The phrase as some texts, in which it occurs, mostly write it: {@code LLM agents}. */
  public String written(int phrase, Iterable<String> texts) {
    return words.surface(phrases[phrase], texts);
  }

  /** Bytes that the index takes. */
  public long bytes() {
    long bytes = 4L * (starts.length + mentions.length + 2 * counts.length);
    for (int[] phrase : phrases) {
      bytes += 20 + 4L * phrase.length;
    }
    return bytes + words.bytes();
  }
}
