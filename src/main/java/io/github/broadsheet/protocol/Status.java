package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Whether the kernel works on a request. */
public enum Status implements Content {
  STARTING,
  BUSY,
  IDLE;

  @Override
  public String type() {
    return "status";
  }

  @Override
  public ObjectNode json() {
    return Json.object().put("execution_state", name().toLowerCase(Locale.ROOT));
  }
}
