package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether Enter should run the code or open a new line. */
public final class IsComplete {
  private IsComplete() {}

  /** The code that is asked about. */
  public static String read(Message request) throws MalformedMessage {
    return request.fields().text("code");
  }

  /**
   * The answer.
   *
   * @param status {@code complete}, {@code incomplete}, {@code invalid} or {@code unknown}
   * @param indent of the next line, if incomplete
   */
  public record Reply(String status, String indent) implements Content {
    @Override
    public String type() {
      return "is_complete_reply";
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("status", status);
      return status.equals("incomplete") ? json.put("indent", indent) : json;
    }
  }
}
