package io.github.broadsheet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** The first words of an answer, for a message: one short line, never markup. */
final class Words {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");
  private static final int MOST = 120;

  private Words() {}

  /** What an answer says, in quotes, or "" if it says nothing. */
  static String said(Answer answer) {
    String text = answer.text().strip();
    String words;
    if (isPage(text)) {
      words = pageTitle(text);
    } else if (text.startsWith("<")) {
      words = feedError(text);
    } else if (text.startsWith("{")) {
      words = jsonError(text);
    } else {
      words = text;
    }
    return quoted(words.isBlank() ? answer.header("X-Error-Message") : words);
  }

  /** Whether a body is a web page, made for people. */
  static boolean isPage(String text) {
    String start = text.substring(0, Math.min(text.length(), 300)).toLowerCase(Locale.ROOT);
    // A title in JSON may speak of one.
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || (start.startsWith("<") && start.contains("<head"));
  }

  private static String pageTitle(String text) {
    Document page = Jsoup.parse(text);
    return page.title().isBlank() ? page.text() : page.title();
  }

  private static String feedError(String text) {
    Document feed = Jsoup.parse(text, Parser.xmlParser());
    String summary = feed.select("entry > summary").text();
    return summary.isBlank() ? feed.text() : summary;
  }

  private static String jsonError(String text) {
    try {
      JsonNode error = JSON.readTree(text).path("error");
      return error.isTextual() ? error.asText() : text;
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  static String quoted(String words) {
    String line = UNSEEN.matcher(words).replaceAll(" ").strip();
    if (line.isEmpty()) {
      return "";
    }
    return '"' + (line.length() > MOST ? line.substring(0, MOST).strip() + "…" : line) + '"';
  }
}
