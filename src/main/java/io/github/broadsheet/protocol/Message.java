package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A message of a client; answers name it as their parent.
 *
 * @param identities of the client, to route the answer
 * @param content what the client says; not an object if it is broken
 * @param buffers binary frames after the content
 */
public record Message(
    Channel channel,
    List<byte[]> identities,
    Header header,
    JsonNode metadata,
    JsonNode content,
    List<byte[]> buffers) {

  public Message {
    identities = List.copyOf(identities);
    buffers = List.copyOf(buffers);
  }

  /** As in {@code msg_type}. */
  public String type() {
    return header.type();
  }

  /** As in {@code msg_id}. */
  public String id() {
    return header.id();
  }

  /** The subshell that is to serve it; empty for the kernel itself. */
  public String subshell() {
    return header.json().path("subshell_id").asText("");
  }

  Fields fields() {
    return new Fields(type(), content);
  }
}
