package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Orders about subshells, which serve requests while a cell runs.
 *
 * @see <a
 *     href="https://jupyter.org/enhancement-proposals/91-kernel-subshells/kernel-subshells.html">
 *     the proposal</a>
 */
public final class Subshell {
  private Subshell() {}

  /** The subshell that an order is about. */
  public static String id(Message message) throws MalformedMessage {
    return message.fields().text("subshell_id");
  }

  /** A new one is there. */
  public record Created(String id) implements Content {
    @Override
    public String type() {
      return "create_subshell_reply";
    }

    @Override
    public ObjectNode json() {
      return Json.object().put("status", "ok").put("subshell_id", id);
    }
  }

  /** One is gone. */
  public record Deleted() implements Content {
    @Override
    public String type() {
      return "delete_subshell_reply";
    }

    @Override
    public ObjectNode json() {
      return Json.object().put("status", "ok");
    }
  }

  /** Those that there are. */
  public record Listed(List<String> ids) implements Content {
    public Listed {
      ids = List.copyOf(ids);
    }

    @Override
    public String type() {
      return "list_subshell_reply";
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("status", "ok");
      ArrayNode array = json.putArray("subshell_id");
      ids.forEach(array::add);
      return json;
    }
  }
}
