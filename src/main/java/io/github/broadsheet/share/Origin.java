package io.github.broadsheet.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookCell;
import io.github.broadsheet.run.Provenance;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a notebook's outputs come from, as its metadata tells a reader.
 *
 * @param executed when and by what; empty if the notebook does not tell
 * @param recorded whether it tells what was loaded
 * @param listings what was loaded, a line each
 */
record Origin(String executed, boolean recorded, List<String> listings) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static Origin of(Notebook notebook) {
    JsonNode metadata = notebook.metadata();
    JsonNode ours =
        metadata.has(Provenance.KEY) ? metadata.path(Provenance.KEY) : ofOutputs(notebook);
    List<String> facts = new ArrayList<>();
    if (ours.has("started")) {
      facts.add(time(ours.path("started").asText()));
      facts.add("Broadsheet " + ours.path("version").asText());
      facts.add("Java " + ours.path("java").asText());
      facts.add(ours.path("system").asText());
    } else if (metadata.path("kernelspec").has("display_name")) {
      facts.add(metadata.path("kernelspec").path("display_name").asText());
    }
    facts.removeIf(String::isBlank);
    List<String> listings = new ArrayList<>();
    ours.path("listings").forEach(listing -> listings.add(line(listing)));
    return new Origin(String.join(" · ", facts), ours.has("listings"), listings);
  }

  /** A kernel cannot write the notebook's metadata; it notes the same beside each value. */
  private static JsonNode ofOutputs(Notebook notebook) {
    Map<String, JsonNode> listings = new LinkedHashMap<>();
    ObjectNode newest = JsonNodeFactory.instance.objectNode();
    for (NotebookCell cell : notebook.cells()) {
      for (JsonNode output : cell.json().path("outputs")) {
        if (output.path("metadata").path(Provenance.KEY) instanceof ObjectNode noted) {
          noted.path("listings").forEach(l -> listings.put(l.path("name").asText(), l));
          if (noted.path("started").asText().compareTo(newest.path("started").asText()) >= 0) {
            newest = noted.deepCopy();
          }
        }
      }
    }
    if (!listings.isEmpty()) {
      newest.putArray("listings").addAll(listings.values());
    }
    return newest;
  }

  private static String line(JsonNode listing) {
    int papers = listing.path("papers").asInt();
    String asOf = listing.path("as_of").asText("");
    return listing.path("name").asText()
        + ": "
        + String.format(Locale.ROOT, "%,d", papers)
        + (papers == 1 ? " paper" : " papers")
        + (asOf.isEmpty() ? "" : ", as of " + time(asOf));
  }

  // Midnight stands for a day whose hour nobody noted.
  private static String time(String instant) {
    try {
      return TIME.format(Instant.parse(instant)).replace(", 00:00 UTC", "");
    } catch (DateTimeException notATime) {
      return instant;
    }
  }
}
