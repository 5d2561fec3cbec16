package io.github.broadsheet.magic;

import io.github.broadsheet.engine.Step;
import io.github.broadsheet.http.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code %env}: the variables of the environment. Java cannot change its own, so one that is set
 * becomes a system property, which the library reads first, and a variable of the shell.
 */
final class Variables {
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(TOKEN|SECRET|PASSW|PASSPHRASE|CREDENTIAL|APIKEY|_KEY|^KEY|AUTH).*");

  /** As in {@code https://name:password@host}. */
  private static final Pattern PASSWORD = Pattern.compile("//[^/@\\s]*@");

  private static final Pattern ASSIGNMENT =
      Pattern.compile("([A-Za-z_]\\w*)\\s*(?:=\\s*|\\s)(.*)", Pattern.DOTALL);

  private static final List<String> OF_THE_LIBRARY =
      List.of(
          "ARXIV_ENDPOINT",
          "ARXIV_FEED_ENDPOINT",
          "ARXIV_OAI_ENDPOINT",
          "BROADSHEET_HOME",
          "BROADSHEET_OFFLINE",
          "HF_ENDPOINT",
          "HF_TOKEN",
          "OPENALEX_ENDPOINT",
          "S2_API_KEY",
          "S2_ENDPOINT");

  private final Supplier<Map<String, String>> environment;
  private final Map<String, String> set = new TreeMap<>();

  Variables(Supplier<Map<String, String>> environment) {
    this.environment = environment;
  }

  static Variables ofTheProgram() {
    return new Variables(System::getenv);
  }

  /** As the library sees it; null if it is not set. */
  @Nullable String of(String name) {
    String property = System.getProperty(Settings.propertyOf(name));
    return property != null ? property : environment.get().get(name);
  }

  /** Those of the environment, and those that the library reads. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(environment.get().keySet());
    names.addAll(set.keySet());
    names.addAll(OF_THE_LIBRARY);
    return names;
  }

  /** Those that were set here. */
  Map<String, String> set() {
    return Map.copyOf(set);
  }

  List<Step> run(Call call) {
    String argument = call.magic().arguments();
    var assignment = ASSIGNMENT.matcher(argument);
    if (argument.isEmpty()) {
      Map<String, String> all = new TreeMap<>(environment.get());
      all.putAll(set);
      all.forEach((name, value) -> System.out.println(name + "=" + shown(name, value)));
    } else if (assignment.matches()) {
      set(assignment.group(1), assignment.group(2));
    } else {
      String value = of(argument);
      System.out.println(
          value == null ? argument + " is not set" : argument + "=" + shown(argument, value));
    }
    return List.of();
  }

  private void set(String name, String typed) {
    String value = typed.replaceAll("^([\"'])(.*)\\1$", "$2");
    set.put(name, value);
    System.setProperty(Settings.propertyOf(name), value);
    System.out.println(name + "=" + shown(name, value));
    if (isSecret(name) && !value.isEmpty()) {
      System.err.println(
          "The value of "
              + name
              + " stays readable in this cell: set it before Jupyter starts instead, and remove the"
              + " line before you share the notebook.");
    }
  }

  private static String shown(String name, String value) {
    return isSecret(name) && !value.isEmpty()
        ? "(set, not shown)"
        : PASSWORD.matcher(value).replaceAll("//…@");
  }

  private static boolean isSecret(String name) {
    return SECRET.matcher(name).matches();
  }
}
