package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The running cell was told to stop. */
public record InterruptReply() implements Content {
  @Override
  public String type() {
    return "interrupt_reply";
  }

  @Override
  public ObjectNode json() {
    return Json.object().put("status", "ok");
  }
}
