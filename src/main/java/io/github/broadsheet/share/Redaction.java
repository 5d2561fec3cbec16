package io.github.broadsheet.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.broadsheet.notebook.Notebook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A notebook made fit to leave this machine, and what was taken out of it where. */
final class Redaction {
  private static final Pattern BINARY =
      Pattern.compile("(?:image|audio|video|font)/(?!svg).*|application/pdf");
  // What tools find cells and kernels by; a user may be called like one of them.
  private static final Set<String> NAMES =
      Set.of("id", "cell_type", "output_type", "kernelspec", "language_info");
  private static final Pattern PACKED = Pattern.compile("(data:[\\w/+.-]+;base64,)[A-Za-z0-9+/=]+");

  private final Secrets secrets;
  private final Map<String, Integer> found = new LinkedHashMap<>();
  private String place = "";

  private Redaction(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * A notebook without secrets.
   *
   * @param notes what was taken out, a line each, such as {@code a Hugging Face token (cell 3)}
   */
  record Result(Notebook notebook, List<String> notes) {}

  static Result of(Notebook notebook, Machine machine) {
    Redaction redaction = new Redaction(new Secrets(machine));
    ObjectNode json = notebook.json().deepCopy();
    ArrayNode cells = json.withArray("cells");
    for (int i = 0; i < cells.size(); i++) {
      redaction.place = "cell " + (i + 1);
      cells.set(i, redaction.clean(cells.get(i)));
    }
    redaction.place = "metadata";
    json.set("metadata", redaction.clean(json.path("metadata")));
    List<String> notes =
        redaction.found.entrySet().stream()
            .map(e -> e.getKey() + (e.getValue() > 1 ? ", " + e.getValue() + " times" : ""))
            .toList();
    return new Result(new Notebook(json), notes);
  }

  private JsonNode clean(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(field(entry.getKey(), entry.getValue())));
    } else if (node instanceof ArrayNode array) {
      if (isLines(array)) {
        lines(array);
      } else {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, clean(array.get(i)));
        }
      }
    } else if (node.isTextual()) {
      return TextNode.valueOf(text(node.textValue()));
    }
    return node;
  }

  // A name and its value are one assignment, as they would be in text.
  private JsonNode field(String name, JsonNode value) {
    if (NAMES.contains(name) || BINARY.matcher(name).matches()) {
      return value;
    }
    if (value.isTextual() && name.length() < 80) {
      String head = name + "=\"";
      String clean = text(head + value.textValue() + "\"");
      if (clean.startsWith(head) && clean.endsWith("\"")) {
        return TextNode.valueOf(clean.substring(head.length(), clean.length() - 1));
      }
    }
    return clean(value);
  }

  private static boolean isLines(ArrayNode array) {
    for (int i = 0; i < array.size(); i++) {
      String line = array.get(i).asText();
      if (!array.get(i).isTextual() || (i < array.size() - 1 && !line.endsWith("\n"))) {
        return false;
      }
    }
    return array.size() > 1;
  }

  // A key of several lines is seen only in the whole text.
  private void lines(ArrayNode array) {
    StringBuilder whole = new StringBuilder();
    array.forEach(line -> whole.append(line.textValue()));
    String clean = text(whole.toString());
    if (!clean.contentEquals(whole)) {
      array.removeAll();
      for (String line : clean.split("(?<=\n)")) {
        array.add(line);
      }
    }
  }

  // Pictures inside HTML are long and hold no text.
  private String text(String text) {
    Matcher packed = PACKED.matcher(text);
    StringBuilder clean = new StringBuilder();
    int from = 0;
    while (packed.find()) {
      clean.append(plain(text.substring(from, packed.start()))).append(packed.group());
      from = packed.end();
    }
    return clean.append(plain(text.substring(from))).toString();
  }

  private String plain(String text) {
    return secrets.redact(text, kind -> found.merge(kind + " (" + place + ")", 1, Integer::sum));
  }
}
