package io.github.broadsheet.kernel;

import io.github.broadsheet.source.LoadLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which listings the session has loaded, as metadata of each value that is shown: a kernel cannot
 * write that of the notebook, and {@code share} must find it in the file.
 */
final class Listings {
  private static final int MOST = 100;
  private static final Instant STARTED = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private Listings() {}

  /** Empty as long as nothing was loaded. */
  static Map<String, Object> metadata() {
    List<LoadLog.Load> loads = LoadLog.all();
    if (loads.isEmpty()) {
      return Map.of();
    }
    Map<String, Object> ours = new LinkedHashMap<>();
    ours.put("version", About.version());
    ours.put("java", Runtime.version().toString());
    ours.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    ours.put("started", STARTED.toString());
    ours.put(
        "listings",
        loads.stream().skip(Math.max(0, loads.size() - MOST)).map(LoadLog.Load::fields).toList());
    return Map.of("broadsheet", ours);
  }
}
