package io.github.broadsheet.frontend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a front-end saved, counted straight from its JSON. */
record SavedNotebook(List<JsonNode> outputs) {
  static SavedNotebook read(Path file) throws IOException {
    List<JsonNode> outputs = new ArrayList<>();
    for (JsonNode cell : new ObjectMapper().readTree(Files.readString(file)).path("cells")) {
      cell.path("outputs").forEach(outputs::add);
    }
    return new SavedNotebook(outputs);
  }

  long charts() {
    return outputs.stream()
        .filter(o -> o.path("data").has("application/vnd.plotly.v1+json"))
        .count();
  }

  long tables() {
    return outputs.stream()
        .filter(o -> o.path("data").path("text/html").toString().contains("<table"))
        .count();
  }

  List<String> errors() {
    return outputs.stream()
        .filter(o -> o.path("output_type").asText().equals("error"))
        .map(o -> o.path("ename").asText() + ": " + o.path("evalue").asText())
        .toList();
  }

  static Path tourIn(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.copy(Frontend.ROOT.resolve("notebooks/tour.ipynb"), folder.resolve("tour.ipynb"));
  }
}
