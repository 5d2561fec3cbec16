package io.github.broadsheet.engine;

import io.github.broadsheet.display.Bundles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last value of a cell as a bundle. */
final class Rendering {
  private static final int MOST = 100_000;

  private Rendering() {}

  static Map<String, Object> of(@Nullable Object value) {
    Map<String, Object> bundle = new LinkedHashMap<>(Bundles.of(value));
    if (value != null && value.getClass().isArray()) {
      bundle.put("text/plain", array(value));
    }
    if (bundle.get("text/plain") instanceof String text && text.length() > MOST) {
      bundle.put(
          "text/plain",
          text.substring(0, MOST)
              + "\n… ("
              + (text.length() - MOST)
              + " more characters; print the value to see all)");
    }
    return bundle;
  }

  private static String array(Object array) {
    String inBrackets = Arrays.deepToString(new Object[] {array});
    return inBrackets.substring(1, inBrackets.length() - 1);
  }
}
