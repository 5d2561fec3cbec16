package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Removes what the cell has shown; with {@code waits}, when its next output comes. */
public record ClearOutput(boolean waits) implements Content {
  @Override
  public String type() {
    return "clear_output";
  }

  @Override
  public ObjectNode json() {
    return Json.object().put("wait", waits);
  }
}
