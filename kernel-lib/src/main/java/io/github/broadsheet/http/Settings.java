package io.github.broadsheet.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says about the network and the place for data. A system property ({@code
 * broadsheet.hf.endpoint}) goes before the variable of the same name ({@code HF_ENDPOINT}): a
 * running Java process can set it.
 */
public final class Settings {
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
  private static final Pattern TOKEN_SHAPE = Pattern.compile("hf_[A-Za-z0-9]{6,}");
  private static final Set<String> NO = Set.of("", "0", "false", "no", "off");

  private final Function<String, @Nullable String> variable;
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final boolean offline;
  private final Path home;

  private Settings(Function<String, @Nullable String> variable) {
    this.variable = variable;
    for (Service service : Service.OWN) {
      endpoint(service);
      token(service);
    }
    String off = variable.apply("BROADSHEET_OFFLINE");
    offline = off != null && !NO.contains(off.strip().toLowerCase(Locale.ROOT));
    home = home(variable);
  }

  /** The settings of this process, as they are now. */
  public static Settings current() {
    return new Settings(
        name -> {
          String property = System.getProperty(propertyOf(name));
          return property != null ? property : System.getenv(name);
        });
  }

  /** Settings with these values by variable name; what is not there has its default. */
  public static Settings of(Map<String, String> variables) {
    Map<String, String> copy = Map.copyOf(variables);
    return new Settings(copy::get);
  }

  /** The system property that stands for a variable of the environment and goes before it. */
  public static String propertyOf(String variable) {
    String words = variable.toLowerCase(Locale.ROOT).replace('_', '.');
    return words.startsWith("broadsheet.") ? words : "broadsheet." + words;
  }

  private URI endpoint(Service service) {
    String given = variable.apply(service.variable());
    return parse(service, given == null || given.isBlank() ? service.endpoint() : given.strip());
  }

  /** Whether the network must not be touched. */
  public boolean offline() {
    return offline;
  }

  /** The folder for what is kept: BROADSHEET_HOME, or else the platform's place for data. */
  public Path home() {
    return home;
  }

  /** An address of a service; names and values of the query take turns. */
  public URI address(Service service, String path, Object... query) {
    StringBuilder address = new StringBuilder(endpoint(service) + path);
    for (int i = 0; i < query.length; i += 2) {
      address
          .append(i == 0 ? '?' : '&')
          .append(query[i])
          .append('=')
          .append(URLEncoder.encode(String.valueOf(query[i + 1]), StandardCharsets.UTF_8));
    }
    return URI.create(address.toString());
  }

  /** The token to send to this address: only to the host it belongs to, and never in the clear. */
  @Nullable String tokenFor(Service service, URI address) {
    boolean safe =
        "https".equalsIgnoreCase(address.getScheme()) || Redirects.isThisMachine(address);
    return safe && Redirects.sameOrigin(endpoint(service), address) ? token(service) : null;
  }

  /** Text that may be shown or thrown: no token in it, whichever way one came there. */
  String withoutSecrets(String text) {
    String clean = TOKEN_SHAPE.matcher(text).replaceAll("hf_***");
    for (String secret : secrets) {
      clean = clean.replace(secret, "***");
    }
    return clean;
  }

  private static Path home(Function<String, @Nullable String> variable) {
    String given = variable.apply("BROADSHEET_HOME");
    if (given != null && !given.isBlank()) {
      return Path.of(given.strip()).toAbsolutePath().normalize();
    }
    Path user = Path.of(System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("mac")) {
      return user.resolve("Library/Application Support/broadsheet");
    }
    boolean windows = system.contains("windows");
    String data = variable.apply(windows ? "LOCALAPPDATA" : "XDG_DATA_HOME");
    String usual = windows ? "AppData/Local" : ".local/share";
    return (data == null || data.isBlank() ? user.resolve(usual) : Path.of(data))
        .resolve("broadsheet");
  }

  private static URI parse(Service service, String text) {
    try {
      URI uri = new URI(text.replaceFirst("/+$", ""));
      boolean http = "http".equalsIgnoreCase(uri.getScheme());
      if ((http || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Told below; the text itself may hold a secret and is not repeated.
    }
    throw new IllegalArgumentException(
        service.variable()
            + " is not the address of a server. Write it like "
            + service.endpoint()
            + " (http or https; no user name, password or query in it), or unset it.");
  }

  private @Nullable String token(Service service) {
    Service.Token kind = service.token();
    String given = kind == null ? null : variable.apply(kind.variable());
    if (kind == null || given == null || given.isBlank()) {
      return null;
    }
    String token = given.strip();
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          kind.variable()
              + " holds a space or another character that no token has. Copy it again from "
              + kind.page()
              + ", or unset it: "
              + kind.without()
              + ".");
    }
    secrets.add(token);
    return token;
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Settings"
        + Service.OWN.stream().map(this::endpoint).toList()
        + (offline ? " offline" : "");
  }
}
