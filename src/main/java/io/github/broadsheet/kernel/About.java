package io.github.broadsheet.kernel;

import io.github.broadsheet.protocol.KernelInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the kernel says of itself. */
final class About {
  private About() {}

  static KernelInfo info() {
    String version = version();
    int java = Runtime.version().feature();
    Map<String, String> links = new LinkedHashMap<>();
    links.put(
        "Java " + java + " API", "https://docs.oracle.com/en/java/javase/" + java + "/docs/api/");
    links.put("Tablesaw", "https://jtablesaw.github.io/tablesaw/");
    links.put("Hugging Face Daily Papers", "https://huggingface.co/papers");
    String banner =
        "Java "
            + Runtime.version()
            + " (Broadsheet "
            + version
            + ")\nTry: Papers.sample().first(5). Tab completes, Shift-Tab shows documentation.";
    return new KernelInfo("broadsheet", version, banner, System.getProperty("java.version"), links);
  }

  static String version() {
    @Nullable String packaged = About.class.getPackage().getImplementationVersion();
    return packaged == null ? "0" : packaged;
  }
}
