package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The value of a cell, as MIME type to content.
 *
 * @param about what is kept beside the value, in the notebook
 */
public record ExecuteResult(int count, Map<String, Object> bundle, Map<String, Object> about)
    implements Content {
  public ExecuteResult {
    bundle = new LinkedHashMap<>(bundle);
    about = new LinkedHashMap<>(about);
  }

  @Override
  public String type() {
    return "execute_result";
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object().put("execution_count", count);
    json.set("data", Json.bundle(bundle));
    json.set("metadata", Json.tree(about));
    return json;
  }
}
