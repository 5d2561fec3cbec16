package io.github.broadsheet.kernel;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The folder by which Jupyter knows a kernel: how to start it, and its picture.
 *
 * @param folder {@code kernels/NAME} in one of Jupyter's data folders
 */
public record Kernelspec(Path folder) {
  /** The name that the shipped notebooks ask for. */
  public static final String NAME = "broadsheet";

  private static final String DISPLAY_NAME = "Java (Broadsheet)";
  private static final String FILE = "kernel.json";
  private static final String ARCHIVE = "classes.jsa";
  private static final String COMPILATION = "compilation.json";
  private static final List<String> FILES =
      List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg", COMPILATION);
  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9._-]+");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The kernel of this name in a data folder of Jupyter. */
  public static Kernelspec in(Path data, String name) {
    if (!NAMES.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\"" + name + "\" cannot name a kernel: letters, digits, '.', '_' and '-' can.");
    }
    // Jupyter compares names in lower case.
    return new Kernelspec(data.resolve("kernels").resolve(name.toLowerCase(Locale.ROOT)));
  }

  /** The name by which a notebook asks for it. */
  public String name() {
    return String.valueOf(folder.getFileName());
  }

  /** Whether it is there, and ours. */
  public boolean installed() throws IOException {
    try {
      return ours(JSON.readTree(Files.readAllBytes(folder.resolve(FILE))));
    } catch (NoSuchFileException e) {
      return false;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static boolean ours(JsonNode spec) {
    return spec.path("metadata").path("broadsheet").isObject();
  }

  /**
   * Writes it; an earlier one of ours is replaced, one of another program is not.
   *
   * @param jvmArguments more options for Java, such as {@code -Xmx4g}
   * @param archive whether to record which classes a kernel loads, so that it starts in half the
   *     time; takes as long as a start
   * @return whether it has such an archive now
   */
  public boolean install(List<String> jvmArguments, boolean archive)
      throws IOException, InterruptedException {
    refuseAnothers("--name another to install beside it");
    Files.createDirectories(folder);
    for (String file : FILES) {
      try (InputStream bytes =
          Objects.requireNonNull(Kernelspec.class.getResourceAsStream(file), file)) {
        Files.copy(bytes, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Launch launch = new Launch(jvmArguments, folder.resolve(COMPILATION));
    Path classes = folder.resolve(ARCHIVE);
    Files.deleteIfExists(classes);
    boolean archived = archive && launch.record(classes);
    List<String> command = archived ? launch.kernelWith(classes) : launch.kernel();
    byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(command));
    // Last and at once: Jupyter looks at this file, and may look now.
    Path written = Files.write(folder.resolve(FILE + ".new"), json);
    Files.move(written, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    return archived;
  }

  /** Removes what was installed, and nothing else; false if there was nothing. */
  public boolean uninstall() throws IOException {
    if (!Files.exists(folder.resolve(FILE))) {
      return false;
    }
    refuseAnothers("'jupyter kernelspec remove' removes it");
    for (String file : FILES) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.deleteIfExists(folder.resolve(ARCHIVE));
    Files.delete(folder.resolve(FILE));
    try {
      Files.delete(folder);
    } catch (DirectoryNotEmptyException e) {
      // Somebody keeps something of their own there.
    }
    return true;
  }

  private void refuseAnothers(String remedy) throws IOException {
    if (Files.exists(folder.resolve(FILE)) && !installed()) {
      throw new IOException(
          folder + " holds the kernel of another program; it stays as it is. " + remedy + ".");
    }
  }

  private ObjectNode json(List<String> command) {
    ObjectNode json = JSON.createObjectNode();
    command.forEach(json.putArray("argv")::add);
    json.put("display_name", name().equals(NAME) ? DISPLAY_NAME : DISPLAY_NAME + " " + name());
    json.put("language", "java");
    json.put("interrupt_mode", "message");
    // glibc keeps a heap for each thread, of which javac's and the compiler's are soon large.
    json.putObject("env").put("MALLOC_ARENA_MAX", "2");
    ObjectNode metadata = json.putObject("metadata");
    metadata.put("debugger", false);
    metadata.putObject("broadsheet").put("java", System.getProperty("java.version"));
    return json;
  }
}
