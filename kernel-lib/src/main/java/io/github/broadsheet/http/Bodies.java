package io.github.broadsheet.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;

/** Readings of an answer that tell what is wrong with a body that is not what was due. */
public final class Bodies {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** An entry that is none; an abstract that speaks of such an address is no error. */
  private static final Pattern ERROR =
      Pattern.compile("<id>\\s*https?://(?:export\\.)?arxiv\\.org/api/errors");

  private Bodies() {}

  /** The text of an answer, which must hold some. */
  public static String text(Answer answer) throws Trouble {
    if (answer.text().isBlank()) {
      throw Trouble.broken("answered 200 with an empty body", null);
    }
    return answer.text();
  }

  /** The JSON an answer must hold. */
  public static JsonNode json(Answer answer) throws Trouble {
    String text = data(answer, "JSON");
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw Trouble.broken(
          "sent JSON that breaks off or is damaged (at character "
              + e.getLocation().getCharOffset()
              + " of "
              + text.length()
              + ")",
          null);
    }
  }

  /** The JSON array an answer must hold. */
  public static JsonNode jsonArray(Answer answer) throws Trouble {
    JsonNode root = json(answer);
    if (!root.isArray()) {
      throw Trouble.unusable(
          "sent JSON that is not a list of papers, " + Words.said(answer),
          "The service may have changed; a newer Broadsheet may know how.",
          null);
    }
    return root;
  }

  /** The Atom feed an answer must hold, as text. */
  public static String atom(Answer answer) throws Trouble {
    String text = data(answer, "an Atom feed");
    if (!text.contains("<feed")) {
      throw Trouble.broken("sent something that is not an Atom feed, " + Words.said(answer), null);
    }
    if (!text.stripTrailing().endsWith("</feed>")) {
      throw Trouble.broken(
          "sent an Atom feed that breaks off (after " + text.length() + " characters)", null);
    }
    if (ERROR.matcher(text).find()) {
      throw Trouble.status(Service.ARXIV, 400, Words.said(answer), false, null);
    }
    return text;
  }

  private static String data(Answer answer, String due) throws Trouble {
    String text = text(answer);
    if (Words.isPage(text.strip())) {
      throw Trouble.page(Words.said(answer), due);
    }
    return text;
  }
}
