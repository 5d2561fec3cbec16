package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What may be typed in the place of {@code start} to {@code end}, which are UTF-16 positions in the
 * code.
 */
public record CompleteReply(String code, int start, int end, List<Match> matches)
    implements Content {
  /**
   * One way to go on.
   *
   * @param text to put in the place
   * @param type what it is, such as {@code function}; front-ends show an icon for it
   * @param signature beside it, or empty
   */
  public record Match(String text, String type, String signature) {}

  public CompleteReply {
    matches = List.copyOf(matches);
  }

  @Override
  public String type() {
    return "complete_reply";
  }

  @Override
  public ObjectNode json() {
    int from = CodePoints.fromUtf16(code, start);
    int to = CodePoints.fromUtf16(code, end);
    ObjectNode json = Json.object().put("status", "ok");
    ArrayNode texts = json.putArray("matches");
    json.put("cursor_start", from).put("cursor_end", to);
    ArrayNode types = json.putObject("metadata").putArray("_jupyter_types_experimental");
    for (Match match : matches) {
      texts.add(match.text());
      types
          .addObject()
          .put("start", from)
          .put("end", to)
          .put("text", match.text())
          .put("type", match.type())
          .put("signature", match.signature());
    }
    return json;
  }
}
