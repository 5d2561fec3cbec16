package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The end of the kernel; after a restart a new one takes its place. */
public record Shutdown(boolean restart) implements Content {
  /** Reads the content of the message. */
  public static Shutdown read(Message message) throws MalformedMessage {
    return new Shutdown(message.fields().flag("restart", false));
  }

  @Override
  public String type() {
    return "shutdown_reply";
  }

  @Override
  public ObjectNode json() {
    return Json.object().put("status", "ok").put("restart", restart);
  }
}
