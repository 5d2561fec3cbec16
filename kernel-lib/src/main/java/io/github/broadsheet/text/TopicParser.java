package io.github.broadsheet.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what a {@link Topic} says, character by character, and tells what is wrong where. */
final class TopicParser {
  private static final String EXAMPLE =
      "Write a topic as a phrase (\"tool use\"), as alternatives (\"agent|agentic\"), with a label"
          + " (\"agents: agent|agentic\"), or with conditions (\"agent AND tool use NOT survey\").";

  private final String topic;
  private final List<List<Term>> all = new ArrayList<>();
  private final List<Term> none = new ArrayList<>();

  /** The terms since the last AND or NOT, and the spellings of them. */
  private List<Term> terms = new ArrayList<>();

  private final Set<String> spelled = new HashSet<>();
  private final StringBuilder part = new StringBuilder();
  private boolean quotedPart;
  private boolean excluding;
  private String label = "";
  private boolean labelled;
  private int at;

  TopicParser(String topic) {
    this.topic = topic;
  }

  Topic topic() {
    if (topic.isBlank()) {
      throw new IllegalArgumentException("The topic is empty. " + EXAMPLE);
    }
    while (at < topic.length()) {
      char c = topic.charAt(at);
      if (isQuote(c)) {
        quoted();
      } else if (c == '|') {
        at++;
        endTerm();
      } else if (c == ':' && isLabelStill()) {
        at++;
        label = clean(part.toString());
        labelled = true;
        part.setLength(0);
        quotedPart = false;
      } else if (c == '/' && part.toString().isBlank() && !quotedPart) {
        expression();
      } else if (isWord("AND")) {
        condition("AND", false);
      } else if (isWord("NOT")) {
        condition("NOT", true);
      } else if (isWord("OR")) {
        at += 2;
        endTerm();
      } else {
        part.append(c);
        at++;
      }
    }
    endClause("");
    if (labelled && label.isEmpty()) {
      throw wrong(
          "has nothing before the colon. Write a label there, or put a phrase with a colon in"
              + " quotes.");
    }
    return new Topic(labelled ? label : Topic.join(all, none, Term::toString), all, none);
  }

  private boolean isLabelStill() {
    return !labelled && all.isEmpty() && none.isEmpty() && terms.isEmpty() && !excluding;
  }

  private void quoted() {
    int end = at + 1;
    while (end < topic.length() && !isQuote(topic.charAt(end))) {
      end++;
    }
    if (end == topic.length()) {
      throw new IllegalArgumentException(
          "The topic «%s» opens a quote that is not closed. Write %s."
              .formatted(topic, "\"agents: agent|\\\"tool use\\\"\""));
    }
    part.append(topic, at + 1, end);
    quotedPart = true;
    at = end + 1;
  }

  private void expression() {
    int end = at + 1;
    while (end < topic.length() && topic.charAt(end) != '/') {
      end += topic.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= topic.length()) {
      throw new IllegalArgumentException(
          "The topic «%s» opens a regular expression that is not closed. Write \"/GPT-?[45]/\", or put a phrase that begins with a slash in quotes."
              .formatted(topic));
    }
    String regex = topic.substring(at + 1, end).replace("\\/", "/");
    Expression.of("The topic «" + topic + "»", regex);
    at = end + 1;
    int next = at;
    while (next < topic.length() && Character.isWhitespace(topic.charAt(next))) {
      next++;
    }
    at = next;
    if (at < topic.length() && topic.charAt(at) != '|' && !isCondition()) {
      throw wrong(
          "goes on after the regular expression /%s/ with «%s». Between them stands |, AND or NOT;"
                  .formatted(regex, topic.substring(at))
              + " a slash inside is written \\/.");
    }
    add(new Term(regex, true), "/" + regex);
    part.setLength(0);
    if (at < topic.length() && topic.charAt(at) == '|') {
      at++;
    }
  }

  private boolean isCondition() {
    return isWord("AND") || isWord("NOT") || isWord("OR");
  }

  /** Whether a word in capitals stands here by itself. */
  private boolean isWord(String word) {
    int end = at + word.length();
    return topic.startsWith(word, at)
        && (at == 0 || isBreak(topic.charAt(at - 1)))
        && (end == topic.length() || isBreak(topic.charAt(end)));
  }

  private static boolean isBreak(char c) {
    return Character.isWhitespace(c) || isQuote(c) || c == '|' || c == ':' || c == '/';
  }

  private void condition(String word, boolean excludes) {
    at += word.length();
    boolean afterAnd = !excluding && excludes && terms.isEmpty() && part.toString().isBlank();
    if (!afterAnd || all.isEmpty()) {
      endClause(word);
    }
    excluding = excludes;
  }

  /** Ends the terms before AND or NOT, or the last ones. */
  private void endClause(String next) {
    endTerm();
    if (terms.isEmpty()) {
      if (all.isEmpty() && next.isEmpty() && !excluding) {
        throw wrong("holds no phrase, only separators.");
      }
      throw wrong(
          all.isEmpty() && !excluding
              ? "has nothing before %s to look for. Put a phrase there, or write \"%s\" in quotes if you mean the word."
                  .formatted(next, next)
              : "has nothing after %s to look for. Put a phrase there, or write \"%s\" in quotes if you mean the word."
                  .formatted(excluding ? "NOT" : "AND", excluding ? "NOT" : "AND"));
    }
    if (excluding) {
      none.addAll(terms);
    } else {
      all.add(terms);
    }
    terms = new ArrayList<>();
    spelled.clear();
  }

  private void endTerm() {
    String phrase = clean(part.toString());
    part.setLength(0);
    quotedPart = false;
    if (!Letters.foldMarking(phrase).isEmpty()) {
      Set<String> spellings = Spellings.of(phrase);
      if (!spelled.containsAll(spellings)) {
        terms.add(new Term(phrase, false));
        spelled.addAll(spellings);
      }
    }
  }

  private void add(Term term, String spelling) {
    if (spelled.add(spelling)) {
      terms.add(term);
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("The topic «%s» %s %s".formatted(topic, what, EXAMPLE));
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”';
  }

  private static String clean(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
