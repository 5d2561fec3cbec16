package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.broadsheet.PapersException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A page of Hugging Face saved from a browser: a list (day, week, month, search) or one paper. The
 * papers are read from the JSON that one element carries, not from the markup, which shows less of
 * them every year.
 */
final class SavedPage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROPS = "data-props=";

  private SavedPage() {}

  /** Whether a text starts as a web page does. */
  static boolean fits(String text) {
    String start = text.strip().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.startsWith("<!--");
  }

  /**
   * The papers of a saved page, of Hugging Face or of arXiv; if it breaks off, those that are whole
   * and a note.
   */
  static ReadTable readFile(String name, String html, @Nullable LocalDate asOf) {
    if (ArxivListPage.fits(Jsoup.parse(html))) {
      return ArxivListPage.read(name, html);
    }
    try {
      return ReadTable.of(name, read(html, asOf, null));
    } catch (PapersException e) {
      Listing rest = cut(html, asOf);
      if (rest.papers().isEmpty()) {
        throw e;
      }
      return ReadTable.of(
          name,
          rest.noted(Remarks.cut("The saved page breaks off or is broken", rest.papers().size())));
    }
  }

  /** What a page holds whose embedded JSON has no end: the element is none then. */
  private static Listing cut(String html, @Nullable LocalDate asOf) {
    int start = html.lastIndexOf(PROPS) + PROPS.length();
    if (start < PROPS.length() || start == html.length()) {
      return Listing.of(List.of());
    }
    String rest = html.substring(start + 1);
    int end = rest.indexOf(html.charAt(start));
    JsonNode props =
        CutJson.of(Parser.unescapeEntities(end < 0 ? rest : rest.substring(0, end), true));
    if (props.path("paper").isObject()) {
      return HfJson.read(props, null, null);
    }
    boolean listed = HfJson.listIn(props) != null || !props.path("searchResults").isEmpty();
    return listed ? list(props, asOf, null) : Listing.of(List.of());
  }

  /**
   * The papers of a page, most upvoted first; those of a search in its order.
   *
   * @param asOf the day of the list, where the page does not say it
   * @param fetchedAt when the page came, if that is known
   * @throws PapersException if this is another page, or one without the embedded JSON
   */
  static Listing read(String html, @Nullable LocalDate asOf, @Nullable Instant fetchedAt) {
    Element list = null;
    for (Element element : Jsoup.parse(html).select("[data-props]")) {
      switch (element.attr("data-target")) {
        case "DailyPapers" -> list = element;
        case "PaperContent" -> {
          return HfJson.read(props(element), null, fetchedAt);
        }
        default -> {}
      }
    }
    if (list == null) {
      throw new PapersException(
          "This web page holds no listing: expected a saved page of huggingface.co/papers with"
              + " its data-props, or a listing page of arXiv, found a page titled "
              + Remarks.quote(Jsoup.parse(html).title())
              + ". Save the page again as \"Web page, complete\".",
          null);
    }
    return list(props(list), asOf, fetchedAt);
  }

  private static Listing list(
      JsonNode props, @Nullable LocalDate asOf, @Nullable Instant fetchedAt) {
    JsonNode found = props.path("searchResults");
    if (found.isArray() && !found.isEmpty()) {
      return HfJson.readInOrder(found, null, fetchedAt);
    }
    // On the page of a week or month its date is no paper's list day.
    boolean ofADay = props.path("periodType").asText("day").equals("day");
    LocalDate shown = ofADay ? Clean.day(props.path("date").textValue()) : null;
    if (shown == null && ofADay) {
      shown = Clean.day(props.path("dateString").textValue());
    }
    LocalDate day = asOf != null && ofADay ? asOf : shown;
    JsonNode papers = props.path("dailyPapers");
    return props.path("isTrending").asBoolean()
        ? HfJson.readInOrder(papers, day, fetchedAt)
        : HfJson.read(papers, day, fetchedAt);
  }

  private static JsonNode props(Element element) {
    String json = element.attr("data-props");
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new PapersException(
          "The JSON inside this saved page is cut or broken: "
              + e.getOriginalMessage()
              + ". It starts "
              + Remarks.quote(json)
              + ". Save the page again.",
          e);
    }
  }
}
