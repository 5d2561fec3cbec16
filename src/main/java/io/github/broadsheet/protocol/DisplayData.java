package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value shown from the middle of a cell, as MIME type to content.
 *
 * @param id names it for updates
 * @param update whether it takes the place of what was shown under this id
 * @param about what is kept beside the value, in the notebook
 */
public record DisplayData(
    String id, boolean update, Map<String, Object> bundle, Map<String, Object> about)
    implements Content {
  public DisplayData {
    bundle = new LinkedHashMap<>(bundle);
    about = new LinkedHashMap<>(about);
  }

  @Override
  public String type() {
    return update ? "update_display_data" : "display_data";
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object();
    json.set("data", Json.bundle(bundle));
    json.set("metadata", Json.tree(about));
    json.putObject("transient").put("display_id", id);
    return json;
  }
}
