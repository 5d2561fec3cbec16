package io.github.broadsheet.magic;

import io.github.broadsheet.engine.CommandException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.jspecify.annotations.Nullable;

/**
 * What a POM, or a piece of one, declares. Its own properties and managed versions count; a parent
 * is not read.
 */
record Pom(List<Coordinate> dependencies, List<Repository> repositories) {
  private static final Set<String> NOT_TO_RUN = Set.of("test", "provided", "system", "import");
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  /** Reads a project, or the elements that would stand in one. */
  static Pom of(String xml) {
    Model model = model(xml);
    Map<String, String> properties = new HashMap<>();
    model.getProperties().forEach((k, v) -> properties.put(k.toString(), v.toString()));
    properties.put("project.version", text(model.getVersion()));
    properties.put("project.groupId", text(model.getGroupId()));
    Map<String, String> managed = new HashMap<>();
    DependencyManagement management = model.getDependencyManagement();
    if (management != null) {
      management
          .getDependencies()
          .forEach(each -> managed.put(each.getManagementKey(), text(each.getVersion())));
    }
    List<Coordinate> dependencies = new ArrayList<>();
    for (Dependency each : model.getDependencies()) {
      if (!NOT_TO_RUN.contains(text(each.getScope())) && !each.isOptional()) {
        String version =
            each.getVersion() == null
                ? text(managed.get(each.getManagementKey()))
                : each.getVersion();
        dependencies.add(coordinate(each, version, properties));
      }
    }
    List<Repository> repositories =
        model.getRepositories().stream()
            .map(
                each -> new Repository(text(each.getId()), filled(text(each.getUrl()), properties)))
            .toList();
    if (dependencies.isEmpty()) {
      throw new CommandException("BadPom", "the POM declares no dependency that is needed to run");
    }
    return new Pom(dependencies, repositories);
  }

  private static Model model(String xml) {
    String text = xml.strip();
    if (!text.contains("<project")) {
      text = text.startsWith("<dependency>") ? "<dependencies>" + text + "</dependencies>" : text;
      text = "<project>" + text + "</project>";
    }
    try {
      return new MavenXpp3Reader().read(new StringReader(text), false);
    } catch (XmlPullParserException | IOException e) {
      throw new CommandException(
          "BadPom",
          "this is no POM: " + e.getMessage() + "; expected <project> or <dependency> elements",
          e);
    }
  }

  private static Coordinate coordinate(
      Dependency each, String version, Map<String, String> properties) {
    String name = each.getGroupId() + ":" + each.getArtifactId();
    String full =
        version.isEmpty()
            ? ""
            : name
                + (":" + text(each.getType()))
                + (each.getClassifier() == null ? "" : ":" + each.getClassifier())
                + (":" + version);
    String filled = filled(full, properties);
    if (filled.isEmpty() || filled.contains("${")) {
      throw new CommandException(
          "BadPom",
          "the version of "
              + filled(name, properties)
              + " is not in this POM, and a parent POM is not read; write it as <version>");
    }
    return Coordinate.of(filled);
  }

  private static String filled(String text, Map<String, String> properties) {
    return PROPERTY
        .matcher(text)
        .replaceAll(
            found ->
                java.util.regex.Matcher.quoteReplacement(
                    properties.getOrDefault(found.group(1), found.group())));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
