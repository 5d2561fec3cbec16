package io.github.broadsheet.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A topic: what a reader calls it, and the phrases any of which mentions it.
 *
 * <p>Written {@code agent}, with alternatives {@code agent|agentic}, with a label {@code agents:
 * agent|agentic|"tool use"}. Quotes keep a {@code |} or {@code :} that belongs to a phrase.
 *
 * @param label how charts and tables call the topic
 * @param phrases as written, none twice; at least one
 */
public record Topic(String label, List<String> phrases) {
  private static final String EXAMPLE =
      "Write a topic as a phrase (\"tool use\"), as alternatives (\"agent|agentic\"), or with a"
          + " label (\"agents: agent|agentic\").";

  public Topic {
    phrases = List.copyOf(phrases);
  }

  /**
   * Reads a topic.
   *
   * @throws IllegalArgumentException if it holds no phrase, or a quote is not closed
   */
  public static Topic parse(String topic) {
    if (topic.isBlank()) {
      throw new IllegalArgumentException("The topic is empty. " + EXAMPLE);
    }
    String label = "";
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    boolean labelled = false;
    for (int i = 0; i < topic.length(); i++) {
      char c = topic.charAt(i);
      if (c == '"' || c == '“' || c == '”') {
        quoted = !quoted;
      } else if (c == '|' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else if (c == ':' && !quoted && !labelled && parts.isEmpty()) {
        labelled = true;
        label = clean(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    if (quoted) {
      throw new IllegalArgumentException(
          "The topic «%s» opens a quote that is not closed. Write %s."
              .formatted(topic, "\"agents: agent|\\\"tool use\\\"\""));
    }
    List<String> phrases = distinct(parts);
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException(
          "The topic «%s» holds no phrase, only separators. %s".formatted(topic, EXAMPLE));
    }
    if (labelled && label.isEmpty()) {
      throw new IllegalArgumentException(
          "The topic «%s» has nothing before the colon. Write a label there, or put a phrase with a colon in quotes. %s"
              .formatted(topic, EXAMPLE));
    }
    return new Topic(labelled ? label : String.join("|", phrases), phrases);
  }

  /** Every way to write the topic once; {@code few-shot} and {@code Few shot} are the same way. */
  private static List<String> distinct(List<String> parts) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> phrases = new ArrayList<>();
    for (String part : parts) {
      String folded = Letters.fold(part);
      if (!folded.isEmpty() && seen.add(folded)) {
        phrases.add(clean(part));
      }
    }
    return phrases;
  }

  private static String clean(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
