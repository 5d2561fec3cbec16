package io.github.broadsheet.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.source.LoadLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What made the outputs of a notebook, kept in its metadata under {@code broadsheet} with the
 * listings that its cells have loaded.
 *
 * @param program the version of Broadsheet
 * @param java the version of the JDK
 * @param system operating system and processor
 * @param started when the run began, UTC
 */
public record Provenance(String program, String java, String system, Instant started) {
  /** The key in the metadata of a notebook. */
  public static final String KEY = "broadsheet";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** This program, now. */
  static Provenance of(Instant started) {
    @Nullable String version = Provenance.class.getPackage().getImplementationVersion();
    return new Provenance(
        version == null ? "unpackaged" : version,
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        started.truncatedTo(ChronoUnit.SECONDS));
  }

  /** The notebook with this, and with the kernel that can run it again. */
  Notebook in(Notebook notebook) {
    return notebook.withMetadata(
        metadata -> {
          ObjectNode ours =
              metadata
                  .putObject(KEY)
                  .put("version", program)
                  .put("java", java)
                  .put("system", system)
                  .put("started", started.toString());
          listings(ours.putArray("listings"));
          kernel(metadata);
        });
  }

  private static void listings(ArrayNode listings) {
    LoadLog.all().forEach(load -> listings.add(JSON.<JsonNode>valueToTree(load.fields())));
  }

  private void kernel(ObjectNode metadata) {
    metadata
        .putObject("kernelspec")
        .put("display_name", "Java (Broadsheet)")
        .put("language", "java")
        .put("name", "broadsheet");
    metadata
        .putObject("language_info")
        .put("codemirror_mode", "text/x-java")
        .put("file_extension", ".java")
        .put("mimetype", "text/x-java")
        .put("name", "java")
        .put("nbconvert_exporter", "script")
        .put("pygments_lexer", "java")
        .put("version", java);
  }
}
