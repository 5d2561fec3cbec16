package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the kernel is.
 *
 * @param banner shown by consoles when they start
 * @param languageVersion of Java
 * @param helpLinks text to address
 */
public record KernelInfo(
    String implementation,
    String version,
    String banner,
    String languageVersion,
    Map<String, String> helpLinks)
    implements Content {
  public KernelInfo {
    helpLinks = new LinkedHashMap<>(helpLinks);
  }

  @Override
  public String type() {
    return "kernel_info_reply";
  }

  @Override
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("status", "ok")
            .put("protocol_version", Header.VERSION)
            .put("implementation", implementation)
            .put("implementation_version", version)
            .put("banner", banner)
            .put("debugger", false);
    // text/x-java is the mode's name for CodeMirror 5 (Notebook 6) and 6 (JupyterLab 4) alike.
    json.putObject("language_info")
        .put("name", "java")
        .put("version", languageVersion)
        .put("mimetype", "text/x-java")
        .put("file_extension", ".java")
        .put("pygments_lexer", "java")
        .put("codemirror_mode", "text/x-java")
        .put("nbconvert_exporter", "script");
    var links = json.putArray("help_links");
    helpLinks.forEach((text, url) -> links.addObject().put("text", text).put("url", url));
    json.putArray("supported_features").add("kernel subshells");
    return json;
  }
}
