package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Printed text. */
public record Stream(Name name, String text) implements Content {
  /** The two standard streams. */
  public enum Name {
    STDOUT,
    STDERR
  }

  @Override
  public String type() {
    return "stream";
  }

  @Override
  public ObjectNode json() {
    return Json.object().put("name", name == Name.STDOUT ? "stdout" : "stderr").put("text", text);
  }
}
