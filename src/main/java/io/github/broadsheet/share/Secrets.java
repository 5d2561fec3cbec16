package io.github.broadsheet.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a text what should not leave this machine. It takes a text for a secret by its shape, as
 * "token" and "password" are also words of titles: a random look, an assignment, a known prefix.
 */
final class Secrets {
  private static final String GONE = "[redacted]";
  private static final String QUOTE = "(?:\\\\?[\"']|&quot;|&#39;)";
  private static final String ENDED = "(?![\\w.-])";
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|PRIVATE_?KEY|CREDENTIAL).*");
  private static final int SHORTEST_VALUE = 8;
  private static final int SHORTEST_NAME = 4;
  private static final Set<String> EVERYBODY =
      Set.of(
          "root",
          "user",
          "users",
          "admin",
          "administrator",
          "guest",
          "jovyan",
          "runner",
          "ubuntu",
          "debian",
          "build",
          "builder",
          "test",
          "tester",
          "student",
          "java",
          "docker",
          "vscode",
          "codespace",
          "jenkins",
          "vagrant",
          "default",
          "notebook",
          "jupyter",
          "nobody");

  private record Rule(String kind, Pattern pattern, String replacement) {}

  private final List<Rule> rules = new ArrayList<>();

  Secrets(Machine machine) {
    environment(machine.environment());
    known();
    assignments();
    addresses();
    home(machine.home());
    named(machine.user(), machine.host());
  }

  /** The text without them; {@code found} is told the kind of each. */
  String redact(String text, Consumer<String> found) {
    String clean = text;
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern.matcher(clean);
      clean =
          matcher.replaceAll(
              match -> {
                found.accept(rule.kind);
                return rule.replacement;
              });
    }
    return clean;
  }

  private void environment(Map<String, String> environment) {
    environment.forEach(
        (name, value) -> {
          boolean random = value.chars().anyMatch(c -> !Character.isLetter(c));
          if (SECRET_NAME.matcher(name).matches()
              && value.length() >= SHORTEST_VALUE
              && random
              && !value.startsWith("/")) {
            rule("the value of " + name, Pattern.quote(value), GONE);
          }
        });
  }

  private void known() {
    rule("a private key", "-----BEGIN [A-Z0-9 ]+-----[\\s\\S]*?(?:-----END [A-Z0-9 ]+-----|\\z)");
    rule("a Hugging Face token", "\\bhf_[A-Za-z0-9]{16,}\\b");
    rule(
        "an access token",
        "\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\\w{20,}|glpat-[\\w-]{16,}|sk-[\\w-]{20,}"
            + "|xox[abprs]-[\\w-]{10,}|A[KS]IA[0-9A-Z]{16})\\b");
    rule("an access token", "\\beyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]*");
    rule("an access token", "(?i)(\\bBearer\\s+)(?=[\\w.~+/-]*\\d)[\\w.~+/-]{12,}=*", "$1" + GONE);
  }

  private void assignments() {
    String sure = "[\\w.-]{0,40}(?:password|passwd|api[_-]?key|secret|access[_-]?key)";
    String perhaps = "[\\w.-]{0,40}token";
    String is = QUOTE + "?\\s{0,8}[:=]\\s{0,8}";
    String placeholder = "(?!\\$\\{|%|<|\\[redacted)";
    rule(
        "a password or key",
        "(?i)\\b(" + sure + is + "(" + QUOTE + "))" + placeholder + "[^\"'&\\s\\\\]{4,}(?=\\2)",
        "$1" + GONE);
    rule(
        "a token",
        "(?i)\\b(" + perhaps + is + "(" + QUOTE + "))(?=[^\"'\\s]*\\d)[^\"'&|\\s\\\\]{8,}(?=\\2)",
        "$1" + GONE);
    unquoted("a password or key", sure, 8);
    unquoted("a token", perhaps, 16);
  }

  // In prose and in code a word follows; only what has letters and digits is random.
  private void unquoted(String kind, String name, int shortest) {
    rule(
        kind,
        "(?i)\\b("
            + name
            + "\\s{0,8}[:=]\\s{0,8})(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*[a-z])[\\w+/=-]{"
            + shortest
            + ",}(?![\\w(.])",
        "$1" + GONE);
  }

  private void addresses() {
    rule(
        "a name or password in an address",
        "(?i)\\b([a-z][a-z0-9+.-]{1,20}://)[^\\s/?#@\"'<>]{1,200}@",
        "$1" + GONE + "@");
    rule(
        "a key in an address",
        "(?i)([?&;](?:api[_-]?key|access[_-]?token|auth[_-]?token|token|secret|password|passwd"
            + "|client[_-]?secret|signature)=)(?!\\[redacted)[^\\s&\"'<>#]+",
        "$1" + GONE);
  }

  private void home(String home) {
    if (home.length() >= SHORTEST_NAME) {
      String typed = Pattern.quote(home) + "|" + Pattern.quote(home.replace("\\", "\\\\"));
      rule("the home directory", "(?<![\\w.~-])(?:" + typed + ")(?![\\w-]|\\.\\w)", "~");
    }
    rule("a home directory", "(?<![\\w.~/-])/(?:home|Users)/[\\w.-]+(?=/)", "~");
    rule("a home directory", "(?i)\\b[a-z]:(\\\\{1,2})Users\\1[\\w.-]+(?=\\\\)", "~");
  }

  private void named(String user, String host) {
    if (user.length() >= SHORTEST_NAME && !EVERYBODY.contains(user.toLowerCase(Locale.ROOT))) {
      rule("the user name", "(?<![\\w.-])" + Pattern.quote(user) + ENDED, "[user]");
    }
    boolean own = host.chars().anyMatch(c -> !Character.isLetter(c));
    if (host.length() >= SHORTEST_NAME && own && !host.startsWith("localhost")) {
      rule("the name of the machine", "(?<![\\w.-])" + Pattern.quote(host) + ENDED, "[host]");
    } else if (host.length() >= 2 && !host.startsWith("localhost")) {
      rule("the name of the machine", "(?<=\\w@)" + Pattern.quote(host) + ENDED, "[host]");
    }
  }

  private void rule(String kind, String pattern) {
    rule(kind, pattern, GONE);
  }

  private void rule(String kind, String pattern, String replacement) {
    rules.add(new Rule(kind, Pattern.compile(pattern), replacement));
  }
}
