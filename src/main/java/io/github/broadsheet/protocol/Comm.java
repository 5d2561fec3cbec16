package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of their own between a front-end's scripts and the kernel. */
public final class Comm {
  private Comm() {}

  /** The line a message is about. */
  public static String id(Message message) throws MalformedMessage {
    return message.fields().text("comm_id");
  }

  /** What the front-end wants to talk to. */
  public static String target(Message message) throws MalformedMessage {
    return message.fields().text("target_name");
  }

  /** The name that a question for the open lines asks about; empty for all. */
  public static String wanted(Message message) throws MalformedMessage {
    return message.fields().text("target_name", "");
  }

  /** What is said; empty if it is no object. */
  public static Map<String, Object> data(Message message) {
    return Json.map(message.content().path("data"));
  }

  private static ObjectNode json(String id, Map<String, ?> data) {
    ObjectNode json = Json.object().put("comm_id", id);
    json.set("data", Json.finite(Json.tree(data)));
    return json;
  }

  /** A line begins. */
  public record Open(String id, String target, Map<String, ?> data) implements Content {
    @Override
    public String type() {
      return "comm_open";
    }

    @Override
    public ObjectNode json() {
      return Comm.json(id, data).put("target_name", target);
    }
  }

  /** Something said on a line. */
  public record Said(String id, Map<String, ?> data, List<byte[]> buffers) implements Content {
    public Said {
      buffers = List.copyOf(buffers);
    }

    @Override
    public String type() {
      return "comm_msg";
    }

    @Override
    public ObjectNode json() {
      return Comm.json(id, data);
    }
  }

  /** The line ends. */
  public record Close(String id) implements Content {
    @Override
    public String type() {
      return "comm_close";
    }

    @Override
    public ObjectNode json() {
      return Comm.json(id, Map.of());
    }
  }

  /** The open lines: id to target. */
  public record Info(Map<String, String> targets) implements Content {
    public Info {
      targets = new LinkedHashMap<>(targets);
    }

    @Override
    public String type() {
      return "comm_info_reply";
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("status", "ok");
      ObjectNode comms = json.putObject("comms");
      targets.forEach((id, target) -> comms.putObject(id).put("target_name", target));
      return json;
    }
  }
}
