package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Why something failed, as all clients are told.
 *
 * @param name class of the exception
 * @param traceback lines to show
 */
public record ErrorReport(String name, String message, List<String> traceback) implements Content {
  public ErrorReport {
    traceback = List.copyOf(traceback);
  }

  @Override
  public String type() {
    return "error";
  }

  @Override
  public ObjectNode json() {
    ObjectNode json = Json.object().put("ename", name).put("evalue", message);
    json.set("traceback", Json.tree(traceback));
    return json;
  }

  /** The same as the content of a reply. */
  ObjectNode asReply() {
    ObjectNode json = Json.object().put("status", "error");
    json.setAll(json());
    return json;
  }
}
