package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions for earlier cells, and the answer. */
public final class History {
  private History() {}

  /** Which cells. */
  public sealed interface Request {
    /** Whether the results are wanted too. */
    boolean output();
  }

  /** The last {@code n}. */
  public record Tail(int n, boolean output) implements Request {}

  /** The lines from {@code start} to before {@code stop}; session 0 is this one, -1 the last. */
  public record Range(int session, int start, int stop, boolean output) implements Request {}

  /** The last {@code n} that match a pattern with {@code *} and {@code ?}, each once if asked. */
  public record Search(String pattern, int n, boolean unique, boolean output) implements Request {}

  /** Reads the content of the message. */
  public static Request read(Message message) throws MalformedMessage {
    Fields fields = message.fields();
    boolean output = fields.flag("output", false);
    int n = fields.integer("n", Integer.MAX_VALUE);
    String kind = fields.text("hist_access_type", "tail");
    return switch (kind) {
      case "tail" -> new Tail(n, output);
      case "range" ->
          new Range(
              fields.integer("session", 0),
              fields.integer("start", 1),
              fields.integer("stop", Integer.MAX_VALUE),
              output);
      case "search" ->
          new Search(fields.text("pattern", "*"), n, fields.flag("unique", false), output);
      default ->
          throw new MalformedMessage(
              "history_request: \"hist_access_type\" is tail, range or search; found \""
                  + kind
                  + "\".");
    };
  }

  /** A cell that was run; {@code result} is null if it had none. */
  public record Entry(int session, int line, String input, @Nullable String result) {}

  /** The cells, oldest first. */
  public record Reply(List<Entry> entries, boolean output) implements Content {
    public Reply {
      entries = List.copyOf(entries);
    }

    @Override
    public String type() {
      return "history_reply";
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("status", "ok");
      ArrayNode history = json.putArray("history");
      for (Entry entry : entries) {
        ArrayNode row = history.addArray().add(entry.session()).add(entry.line());
        if (output) {
          row.addArray().add(entry.input()).add(entry.result());
        } else {
          row.add(entry.input());
        }
      }
      return json;
    }
  }
}
