package io.github.broadsheet.display;

import java.util.Map;

/**
 * A value that shows itself in a notebook. Any kernel that knows this interface, or looks for a
 * method of this name, can show it; without one its {@code toString} must still read well.
 */
public interface MimeBundle {
  /**
   * The value as MIME type to content, richest first. A {@code text/…} type and a picture (base64)
   * hold a String; a JSON type holds Map, List, String, Number, Boolean or null. {@code text/plain}
   * is always there.
   */
  Map<String, Object> mimeBundle();
}
