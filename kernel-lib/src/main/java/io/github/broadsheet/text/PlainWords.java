package io.github.broadsheet.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a word may do in a phrase: words of grammar and of every abstract name no topic. */
final class PlainWords {
  /** Says what a paper is about. */
  static final byte TOPIC = 0;

  /** May stand anywhere in a phrase, but says too little alone: {@code model}, {@code data}. */
  static final byte PLAIN = 1;

  /** May stand within a phrase, not at its ends: {@code of}. */
  static final byte INNER = 2;

  /** No phrase goes over it: {@code we}, {@code propose}, {@code significant}. */
  static final byte BREAK = 3;

  private static final Set<String> NO_ADVERBS =
      Set.of(
          "anomaly",
          "assembly",
          "butterfly",
          "early",
          "elderly",
          "family",
          "fly",
          "friendly",
          "homily",
          "italy",
          "july",
          "poly",
          "reply",
          "supply",
          "multiply",
          "monopoly",
          "ally");

  private static final Map<String, Byte> KINDS = read();

  private PlainWords() {}

  static byte kind(String word) {
    Byte listed = KINDS.get(word);
    if (listed != null) {
      return listed;
    }
    if (word.endsWith("ly") && word.length() > 4 && !NO_ADVERBS.contains(word)) {
      return BREAK;
    }
    boolean letters = word.chars().anyMatch(Character::isLetter);
    return letters && word.codePointCount(0, word.length()) > 1 ? TOPIC : PLAIN;
  }

  private static Map<String, Byte> read() {
    Map<String, Byte> kinds = new HashMap<>();
    try (InputStream in = PlainWords.class.getResourceAsStream("plain-words.txt")) {
      if (in == null) {
        throw new IllegalStateException("plain-words.txt is missing beside PlainWords");
      }
      byte kind = BREAK;
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("[")) {
          kind = line.equals("[inner]") ? INNER : line.equals("[plain]") ? PLAIN : BREAK;
        } else if (!line.startsWith("#")) {
          for (String word : line.split(" ")) {
            if (!word.isEmpty()) {
              // A word in two sections is of the kind that is named first.
              kinds.putIfAbsent(word, kind);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(kinds);
  }
}
