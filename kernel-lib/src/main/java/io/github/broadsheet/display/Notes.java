package io.github.broadsheet.display;

import java.util.LinkedHashMap;
import java.util.Map;

/** One line to the reader that is no result and no error: what was skipped, what was assumed. */
public final class Notes {
  private Notes() {}

  /** Shows a line in small print below the cell; without a notebook, on standard error. */
  public static void say(String note) {
    if (Display.hosted()) {
      Display.display(new Note(note));
    } else {
      System.err.println(Plain.line(note));
    }
  }

  private record Note(String text) implements MimeBundle {
    @Override
    public Map<String, Object> mimeBundle() {
      Map<String, Object> bundle = new LinkedHashMap<>();
      bundle.put("text/html", "<div><small>" + Html.escape(text) + "</small></div>");
      bundle.put("text/plain", Plain.line(text));
      return bundle;
    }
  }
}
