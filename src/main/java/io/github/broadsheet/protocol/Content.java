package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a message of ours says. */
public interface Content {
  /** As in {@code msg_type}. */
  String type();

  /** As the protocol has it. */
  ObjectNode json();

  /** What goes beside the content; empty for nearly all. */
  default ObjectNode metadata() {
    return Json.object();
  }

  /** Binary frames after the content; none for nearly all. */
  default List<byte[]> buffers() {
    return List.of();
  }
}
