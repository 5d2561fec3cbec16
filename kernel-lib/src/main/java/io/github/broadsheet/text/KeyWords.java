package io.github.broadsheet.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The key phrases of one text, told from the text alone: words that come early, often, in many
 * sentences, with a capital, and not next to everything. After YAKE: Campos and others, Information
 * Sciences 509 (2020) 257, equations 1 to 7; windows of one word. Other than there, the capitals of
 * a title say nothing, and neither does what a text has but once if it is a single word in small
 * letters or begins with what is done ({@code undermining robustness}).
 */
public final class KeyWords {
  private static final int LONGEST = 3;
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  /** A phrase as the text first writes it, how often it is there, and its score: less is better. */
  public record Key(String phrase, int count, double score) {}

  private final List<List<Token>> sentences = new ArrayList<>();
  private final Map<String, Word> words = new LinkedHashMap<>();

  private record Token(String word, String sentence, int start, int end, int chunk, boolean tied) {
    String written() {
      return sentence.substring(start, end);
    }

    boolean isCapital() {
      return Character.isUpperCase(sentence.codePointAt(start));
    }
  }

  /** What the text says of one word. */
  private static final class Word {
    int count;
    int capitals;
    int acronyms;
    final List<Integer> sentences = new ArrayList<>();
    final Map<String, Integer> left = new HashMap<>();
    final Map<String, Integer> right = new HashMap<>();
    double score;
  }

  private KeyWords(String text) {
    for (String sentence : Letters.read(text).split("(?<=[.!?])\\s+(?=\\p{Lu})|\\R\\s*\\R")) {
      List<Token> tokens = tokens(sentence);
      if (!tokens.isEmpty()) {
        sentences.add(tokens);
      }
    }
    count();
    score();
  }

  /** The key phrases of a text of up to three words, the best first, at most so many. */
  public static List<Key> of(String text, int most) {
    return new KeyWords(text).keys(most);
  }

  private static List<Token> tokens(String sentence) {
    List<Token> tokens = new ArrayList<>();
    new WordReader(
            new WordReader.Sink() {
              private int chunk;

              @Override
              public void word(char[] letters, int length, int start, int end, boolean tied) {
                tokens.add(
                    new Token(new String(letters, 0, length), sentence, start, end, chunk, tied));
              }

              @Override
              public void end() {
                chunk++;
              }
            })
        .read(sentence);
    return tokens;
  }

  private void count() {
    for (int s = 0; s < sentences.size(); s++) {
      List<Token> tokens = sentences.get(s);
      boolean title = isTitle(tokens);
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        Word word = words.computeIfAbsent(token.word, any -> new Word());
        word.count++;
        word.sentences.add(s);
        String written = token.written();
        boolean letters = written.codePoints().anyMatch(Character::isLetter);
        boolean upper = letters && written.equals(written.toUpperCase(Locale.ROOT));
        if (upper && written.length() > 1) {
          word.acronyms++;
        } else if (i > 0 && !title && token.isCapital()) {
          word.capitals++;
        }
        if (i > 0 && tokens.get(i - 1).chunk == token.chunk) {
          Token before = tokens.get(i - 1);
          word.left.merge(before.word, 1, Integer::sum);
          words
              .computeIfAbsent(before.word, any -> new Word())
              .right
              .merge(token.word, 1, Integer::sum);
        }
      }
    }
  }

  /** Whether most words that say something begin with a capital, as in a title. */
  private static boolean isTitle(List<Token> tokens) {
    long says = tokens.stream().filter(token -> says(token.word)).count();
    return 2 * tokens.stream().filter(token -> says(token.word) && token.isCapital()).count()
        > says;
  }

  private void score() {
    double[] counts =
        words.entrySet().stream()
            .filter(one -> says(one.getKey()))
            .mapToDouble(one -> one.getValue().count)
            .toArray();
    double mean = 0;
    double most = 1;
    for (double count : counts) {
      mean += count / counts.length;
      most = Math.max(most, count);
    }
    double square = 0;
    for (double count : counts) {
      square += (count - mean) * (count - mean) / counts.length;
    }
    for (Word word : words.values()) {
      double related = 1 + (spread(word.left) + spread(word.right)) * word.count / most;
      double position = Math.log(Math.log(3 + median(word.sentences)));
      double written = Math.max(word.capitals, word.acronyms) / (1 + Math.log(word.count));
      double frequent = word.count / (mean + Math.sqrt(square));
      double everywhere = (double) word.sentences.stream().distinct().count() / sentences.size();
      word.score = related * position / (written + frequent / related + everywhere / related);
    }
  }

  /** How many different neighbours, of all: a word next to everything says nothing. */
  private static double spread(Map<String, Integer> neighbours) {
    int all = neighbours.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0 ? 0 : (double) neighbours.size() / all;
  }

  private static double median(List<Integer> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }

  private static boolean says(String word) {
    byte kind = PlainWords.kind(word);
    return kind == PlainWords.TOPIC || kind == PlainWords.PLAIN;
  }

  private List<Key> keys(int most) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, List<Token>> phrases = new LinkedHashMap<>();
    Set<String> telling = new HashSet<>();
    for (List<Token> tokens : sentences) {
      for (int from = 0; from < tokens.size(); from++) {
        for (int to = from + 1; to <= Math.min(tokens.size(), from + LONGEST); to++) {
          List<Token> phrase = tokens.subList(from, to);
          if (phrase.get(phrase.size() - 1).chunk != phrase.get(0).chunk) {
            break;
          }
          boolean cut = from > 0 && tokens.get(from).tied;
          cut |= to < tokens.size() && tokens.get(to).tied;
          if (!cut && stands(phrase)) {
            String key = String.join(" ", phrase.stream().map(Token::word).toList());
            counts.merge(key, 1, Integer::sum);
            if (!isPiece(phrase, to < tokens.size() ? tokens.get(to) : null)) {
              phrases.putIfAbsent(key, phrase);
            }
            if (phrase.size() == 1 ? isName(phrase.get(0)) : !isDone(tokens, from, to)) {
              telling.add(key);
            }
          }
        }
      }
    }
    // A word that is mostly part of one longer phrase is told by that.
    Map<String, Integer> within = new HashMap<>();
    phrases.forEach(
        (key, phrase) -> {
          int count = counts.getOrDefault(key, 1);
          for (Token token : phrase) {
            if (phrase.size() > 1 && count > 1) {
              within.merge(token.word, 2 * count, Math::max);
            }
          }
        });
    List<Key> keys = new ArrayList<>();
    phrases.forEach(
        (key, phrase) -> {
          int count = counts.getOrDefault(key, 1);
          boolean told = phrase.size() == 1 && count <= within.getOrDefault(key, 0);
          if (told || (count == 1 && !telling.contains(key))) {
            return;
          }
          double product = 1;
          double sum = 0;
          for (Token token : phrase) {
            Word word = words.get(token.word);
            if (word != null && says(token.word)) {
              product *= word.score;
              sum += word.score;
            }
          }
          Token begin = phrase.get(0);
          String written = begin.sentence.substring(begin.start, phrase.get(phrase.size() - 1).end);
          keys.add(new Key(written.replaceAll("\\s+", " "), count, product / (count * (1 + sum))));
        });
    keys.sort(Comparator.comparingDouble(Key::score).thenComparing(Key::phrase));
    return distinct(keys, most);
  }

  /**
   * Whether a phrase stops short of its end: {@code large multimodal} of large multimodal models,
   * {@code security in deep} of security in deep networks. It may be whole elsewhere.
   */
  private static boolean isPiece(List<Token> phrase, @Nullable Token next) {
    if (next == null || next.chunk != phrase.get(0).chunk || !says(next.word)) {
      return false;
    }
    boolean joint =
        phrase.stream().anyMatch(token -> PlainWords.kind(token.word) == PlainWords.INNER);
    return joint || (phrase.size() < LONGEST && PlainWords.kind(next.word) == PlainWords.PLAIN);
  }

  /** Whether a word is a name or an abbreviation: it has a digit or a capital within. */
  private static boolean isName(Token token) {
    return token
        .written()
        .codePoints()
        .skip(1)
        .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
  }

  /**
   * Whether a phrase says what is done ({@code undermining robustness}, {@code hallucinate the
   * existence}) and is no name: its first word does not stand in the middle of one.
   */
  private static boolean isDone(List<Token> tokens, int at, int to) {
    if (tokens.subList(at, to).stream().anyMatch(token -> ARTICLES.contains(token.word))) {
      return true;
    }
    String word = tokens.get(at).word;
    if (!word.endsWith("ing") || word.length() < 6) {
      return false;
    }
    Token before = at == 0 ? null : tokens.get(at - 1);
    return before == null || before.chunk != tokens.get(at).chunk || !says(before.word);
  }

  private static boolean stands(List<Token> phrase) {
    boolean topic = false;
    for (Token token : phrase) {
      byte kind = PlainWords.kind(token.word);
      if (kind == PlainWords.BREAK) {
        return false;
      }
      topic |= kind == PlainWords.TOPIC;
    }
    byte begin = PlainWords.kind(phrase.get(0).word);
    byte end = PlainWords.kind(phrase.get(phrase.size() - 1).word);
    return topic && begin != PlainWords.INNER && end != PlainWords.INNER;
  }

  /** Of phrases that share most of their words the best one. */
  private static List<Key> distinct(List<Key> keys, int most) {
    List<Key> chosen = new ArrayList<>();
    for (Key key : keys) {
      if (chosen.size() < most && chosen.stream().noneMatch(other -> same(key, other))) {
        chosen.add(key);
      }
    }
    return List.copyOf(chosen);
  }

  private static boolean same(Key one, Key other) {
    Set<String> shared = stems(one);
    int all = Math.max(shared.size(), stems(other).size());
    shared.retainAll(stems(other));
    return 2 * shared.size() > all
        || shared.size() == Math.min(stems(one).size(), stems(other).size());
  }

  private static Set<String> stems(Key key) {
    Set<String> stems = new TreeSet<>();
    for (String word : key.phrase.split("[\\s\\p{Pd}]+")) {
      // The s of "CMs" is a plural, that of "bus" is not.
      boolean plural = word.endsWith("s") && (word.length() > 3 || word.matches("\\p{Lu}+s"));
      stems.add((plural ? word.substring(0, word.length() - 1) : word).toLowerCase(Locale.ROOT));
    }
    return stems;
  }
}
