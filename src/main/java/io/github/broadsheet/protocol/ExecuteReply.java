package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a cell ended. */
public sealed interface ExecuteReply extends Content {
  /** The value of a user expression, or why it has none. */
  sealed interface Expression {
    /** As MIME type to content. */
    record Value(Map<String, Object> bundle) implements Expression {
      public Value {
        bundle = new LinkedHashMap<>(bundle);
      }
    }

    /** It failed. */
    record Failure(ErrorReport error) implements Expression {}
  }

  /**
   * It ran to its end.
   *
   * @param leave whether a console is to end now
   * @param page what the front-end's pager is to show, as MIME type to content; empty for nothing
   */
  record Ok(int count, Map<String, Expression> expressions, boolean leave, Map<String, Object> page)
      implements ExecuteReply {
    public Ok {
      expressions = new LinkedHashMap<>(expressions);
      page = new LinkedHashMap<>(page);
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("status", "ok").put("execution_count", count);
      ObjectNode values = json.putObject("user_expressions");
      expressions.forEach((name, expression) -> values.set(name, json(expression)));
      ArrayNode payload = json.putArray("payload");
      if (!page.isEmpty()) {
        payload.addObject().put("source", "page").put("start", 0).set("data", Json.bundle(page));
      }
      if (leave) {
        payload.addObject().put("source", "ask_exit").put("keepkernel", false);
      }
      return json;
    }

    private static ObjectNode json(Expression expression) {
      if (expression instanceof Expression.Failure failure) {
        return failure.error().asReply();
      }
      ObjectNode json = Json.object().put("status", "ok");
      json.set("data", Json.bundle(((Expression.Value) expression).bundle()));
      json.putObject("metadata");
      return json;
    }
  }

  /** It failed. */
  record Failed(int count, ErrorReport error) implements ExecuteReply {
    @Override
    public ObjectNode json() {
      ObjectNode json = error.asReply().put("execution_count", count);
      json.putObject("user_expressions");
      json.putArray("payload");
      return json;
    }
  }

  /** It never ran, as one before it failed. */
  record Aborted() implements ExecuteReply {
    @Override
    public ObjectNode json() {
      return Json.object().put("status", "aborted");
    }
  }

  @Override
  default String type() {
    return "execute_reply";
  }
}
