package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The code that is about to run, for the other clients. */
public record ExecuteInput(String code, int count) implements Content {
  @Override
  public String type() {
    return "execute_input";
  }

  @Override
  public ObjectNode json() {
    return Json.object().put("code", code).put("execution_count", count);
  }
}
