package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Code to run.
 *
 * @param silent tell the clients nothing but the reply
 * @param storeHistory count it, and keep it in the history
 * @param userExpressions to evaluate after the code, by a name for each
 * @param allowStdin whether the client can be asked for input
 * @param stopOnError whether requests that wait are aborted when this one fails
 * @param cell names the cell of a notebook, and stays when it is run again; its code where the
 *     client does not say
 */
public record ExecuteRequest(
    String code,
    boolean silent,
    boolean storeHistory,
    Map<String, String> userExpressions,
    boolean allowStdin,
    boolean stopOnError,
    String cell) {

  /** Reads the content of the message. */
  public static ExecuteRequest read(Message message) throws MalformedMessage {
    Fields fields = message.fields();
    boolean silent = fields.flag("silent", false);
    return new ExecuteRequest(
        fields.text("code"),
        silent,
        !silent && fields.flag("store_history", true),
        expressions(message.content().path("user_expressions")),
        fields.flag("allow_stdin", true),
        fields.flag("stop_on_error", true),
        message.metadata().path("cellId").asText(fields.text("code")));
  }

  private static Map<String, String> expressions(JsonNode json) {
    Map<String, String> expressions = new LinkedHashMap<>();
    if (json instanceof ObjectNode object) {
      object
          .properties()
          .forEach(field -> expressions.put(field.getKey(), field.getValue().asText()));
    }
    return expressions;
  }
}
