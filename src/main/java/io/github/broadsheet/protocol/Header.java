package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Who sent a message, when, and of what type.
 *
 * @param json the whole header: an answer must repeat it as it came
 */
record Header(String id, String type, ObjectNode json) {
  static final String VERSION = "5.4";

  static Header parse(JsonNode json) throws MalformedMessage {
    JsonNode id = json.path("msg_id");
    JsonNode type = json.path("msg_type");
    if (!(json instanceof ObjectNode object) || !id.isTextual() || !type.isTextual()) {
      throw new MalformedMessage("a header has texts msg_id and msg_type; found " + shorten(json));
    }
    return new Header(id.textValue(), type.textValue(), object);
  }

  static Header create(String type, String session, Instant now) {
    ObjectNode json = Json.object();
    String id = UUID.randomUUID().toString();
    json.put("msg_id", id);
    json.put("session", session);
    json.put("username", "kernel");
    json.put("date", now.truncatedTo(ChronoUnit.MICROS).toString());
    json.put("msg_type", type);
    json.put("version", VERSION);
    return new Header(id, type, json);
  }

  private static String shorten(JsonNode json) {
    String text = json.toString();
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
