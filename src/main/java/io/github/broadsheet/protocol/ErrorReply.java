package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The answer to a request that could not be served. */
public record ErrorReply(String type, ErrorReport error) implements Content {
  /** The reply that belongs to a request. */
  public static ErrorReply to(Message request, ErrorReport error) {
    return new ErrorReply(request.type().replaceFirst("_request$", "") + "_reply", error);
  }

  @Override
  public ObjectNode json() {
    return error.asReply();
  }
}
