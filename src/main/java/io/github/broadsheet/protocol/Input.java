package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A question to the reader, and the answer to it. */
public final class Input {
  private Input() {}

  /** The question. */
  public record Request(String prompt, boolean password) implements Content {
    @Override
    public String type() {
      return "input_request";
    }

    @Override
    public ObjectNode json() {
      return Json.object().put("prompt", prompt).put("password", password);
    }
  }

  /** What the reader typed. */
  public static String read(Message reply) throws MalformedMessage {
    return reply.fields().text("value");
  }
}
