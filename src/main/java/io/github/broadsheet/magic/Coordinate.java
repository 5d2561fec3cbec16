package io.github.broadsheet.magic;

import io.github.broadsheet.engine.CommandException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader asks Maven for.
 *
 * @param extension mostly {@code jar}
 * @param classifier empty if it has none
 */
record Coordinate(
    String group, String artifact, String extension, String classifier, String version) {
  private static final String PART = "([\\w.\\-]+)";
  private static final Pattern PATTERN =
      Pattern.compile(
          PART + ":" + PART + "(?::" + PART + "(?::" + PART + ")?)?:([\\w.\\-+,\\[\\]()]+)");

  /** Reads {@code group:artifact[:extension[:classifier]]:version}. */
  static Coordinate of(String typed) {
    Matcher parts = PATTERN.matcher(typed);
    if (!parts.matches()) {
      boolean noVersion = typed.matches(PART + ":" + PART);
      throw new CommandException(
          "BadCoordinate",
          "\""
              + typed
              + "\" is no Maven coordinate"
              + (noVersion ? ": its version is missing" : "")
              + "; expected group:artifact:version, such as org.apache.commons:commons-csv:1.10.0");
    }
    String extension = parts.group(3);
    String classifier = parts.group(4);
    return new Coordinate(
        parts.group(1),
        parts.group(2),
        extension == null ? "jar" : extension,
        classifier == null ? "" : classifier,
        parts.group(5));
  }

  /** What two versions of the same have in common. */
  String key() {
    return group + ":" + artifact + ":" + extension + ":" + classifier;
  }

  /** As Maven writes it. */
  @Override
  public String toString() {
    return group
        + ":"
        + artifact
        + (extension.equals("jar") && classifier.isEmpty() ? "" : ":" + extension)
        + (classifier.isEmpty() ? "" : ":" + classifier)
        + ":"
        + version;
  }
}
