package io.github.broadsheet.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of many topics a paper mentions, in one pass over its texts. Safe for use by many
 * threads, each with a {@link #scan} of its own.
 */
public final class TopicMatcher {
  private final @Nullable PhraseMatcher phrases;
  private final int phraseCount;
  private final List<Expression> expressions = new ArrayList<>();

  /** For each topic, the terms of which it needs one each, and those it must not have. */
  private final List<List<BitSet>> all = new ArrayList<>();

  private final List<BitSet> none = new ArrayList<>();

  private TopicMatcher(List<Topic> topics) {
    Map<Term, Integer> places = new LinkedHashMap<>();
    List<String> texts = new ArrayList<>();
    topics.stream()
        .flatMap(Topic::terms)
        .filter(term -> !term.isExpression())
        .forEach(
            term -> {
              if (places.putIfAbsent(term, places.size()) == null) {
                texts.add(term.text());
              }
            });
    phraseCount = texts.size();
    phrases = texts.isEmpty() ? null : PhraseMatcher.of(texts);
    for (Topic topic : topics) {
      topic
          .terms()
          .filter(Term::isExpression)
          .forEach(
              term -> {
                if (places.putIfAbsent(term, places.size()) == null) {
                  expressions.add(Expression.of("The topic «" + topic.label() + "»", term.text()));
                }
              });
      all.add(topic.all().stream().map(terms -> bits(terms, places)).toList());
      none.add(bits(topic.none(), places));
    }
  }

  private static BitSet bits(List<Term> terms, Map<Term, Integer> places) {
    BitSet bits = new BitSet();
    terms.forEach(term -> bits.set(places.getOrDefault(term, -1)));
    return bits;
  }

  /** A matcher of these topics, which are known by their places in the list. */
  public static TopicMatcher of(List<Topic> topics) {
    return new TopicMatcher(topics);
  }

  /** How many topics there are. */
  public int size() {
    return all.size();
  }

  /** Reads papers one after the other. */
  public Scan scan() {
    return new Scan();
  }

  /** Reads papers one after the other: {@link #clear}, each text, then {@link #mentions}. */
  public final class Scan {
    private final BitSet found = new BitSet();

    private Scan() {}

    /** Begins a new paper. */
    public void clear() {
      found.clear();
    }

    /** Looks in a text of the paper. */
    public void read(String text) {
      if (phrases != null) {
        phrases.find(text, found);
      }
      for (int i = 0; i < expressions.size(); i++) {
        if (!found.get(phraseCount + i) && expressions.get(i).matches(text)) {
          found.set(phraseCount + i);
        }
      }
    }

    /** Whether any topic can be mentioned by what was read; most papers mention none. */
    public boolean isPromising() {
      return !found.isEmpty();
    }

    /** Whether what was read mentions a topic. */
    public boolean mentions(int topic) {
      if (found.intersects(none.get(topic))) {
        return false;
      }
      for (BitSet terms : all.get(topic)) {
        if (!found.intersects(terms)) {
          return false;
        }
      }
      return true;
    }
  }
}
