package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is known about a place in code, as MIME type to content; empty if nothing. */
public record InspectReply(Map<String, Object> bundle) implements Content {
  public InspectReply {
    bundle = new LinkedHashMap<>(bundle);
  }

  @Override
  public String type() {
    return "inspect_reply";
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object().put("status", "ok").put("found", !bundle.isEmpty());
    json.set("data", Json.bundle(bundle));
    json.putObject("metadata");
    return json;
  }
}
