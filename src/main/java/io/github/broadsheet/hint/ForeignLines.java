package io.github.broadsheet.hint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Lines of Python, and of other languages, that no Java line looks like. */
final class ForeignLines {
  private record Form(Pattern pattern, Function<MatchResult, String> java) {}

  private static final List<Form> FORMS =
      List.of(
          form("#.*", line -> "// begins a comment"),
          form("from\\s+[\\w.]+\\s+import\\b.*", line -> imports()),
          form("import\\s+[\\w.]+\\s+as\\b.*|import\\s+\\w+\\s*;?", line -> imports()),
          form(
              "for\\s*\\(?\\s*(?:var\\s+|int\\s+)?(\\w+)\\s+in\\s+range\\s*\\(([^()]*)\\).*",
              ForeignLines::counting),
          form(
              "for\\s*\\(?\\s*(\\w+)\\s*,\\s*(\\w+)\\s+in\\s+([\\w.]+)\\.items\\(\\).*",
              line ->
                  "for (var entry : "
                      + line.group(3)
                      + ".entrySet()) { … entry.getKey() … entry.getValue() … }"),
          form(
              "for\\s*\\(\\s*(?:var\\s+)?(\\w+)\\s+in\\s+(.+?)\\)\\s*:?\\s*(?:\\{.*)?",
              ForeignLines::each),
          form("for\\s+(\\w+)\\s+in\\s+(.+?)\\s*:.*", ForeignLines::each),
          form(
              "(?:async\\s+)?def\\s+(\\w+)\\s*\\(.*",
              line ->
                  "double "
                      + line.group(1)
                      + "(double x) { return …; } – with the types of the result and of the parameters"),
          form(
              "(?:fn|fun|func|function)\\s+(\\w+)\\s*\\(.*",
              line ->
                  "double "
                      + line.group(1)
                      + "(double x) { return …; } – with the types of the result and of the parameters"),
          form("elif\\b.*", line -> "else if (…) { … }"),
          form(
              "(if|while)\\s+([^(?].*?)\\s*:(?:\\s.*)?",
              line ->
                  line.group(1)
                      + " (…) { … }: the condition stands in parentheses, the block in braces"),
          form(
              "(if|while)\\s*\\([^?]*\\)\\s*:(?:\\s.*)?",
              line -> line.group(1) + " (…) { … }: the block stands in braces"),
          form(
              "(else|try|finally)\\s*:.*",
              line -> line.group(1) + " { … }: a block stands in braces"),
          form("except\\b.*:.*", line -> "catch (Exception e) { … }"),
          form(
              "with\\s+(.+?)\\s+as\\s+(\\w+)\\s*:.*",
              line -> "try (var " + line.group(2) + " = …) { … } closes it at the end"),
          form("class\\s+(\\w+)[^{]*:\\s*", line -> "class " + line.group(1) + " { … }"),
          form("del\\s+(\\w+)\\s*;?", line -> line.group(1) + " = null; lets go of its value"),
          form("for\\s?each\\s*\\(.*", line -> "for (var x : xs) { … }"),
          form("for\\s*\\(\\s*(\\w+)\\s*:\\s*([\\w.]+)\\s*\\).*", ForeignLines::each),
          form(
              "for\\s*\\(\\s*(\\w+)\\s*=\\s*0\\s*;.*",
              line -> "for (int " + line.group(1) + " = 0; …) declares it"),
          form(
              ".*\\bisinstance\\s*\\(\\s*(\\w+)\\s*,\\s*(\\w+)\\s*\\).*",
              line -> line.group(1) + " instanceof " + line.group(2)),
          form(
              "!([a-z][\\w.]*)\\s+(-\\w|[\\w./~]).*",
              line -> "%%bash on the first line gives the lines below it to the shell"),
          form("raise\\b.*", line -> "throw new RuntimeException(\"…\");"),
          form(
              "(\\w+)\\s*:\\s*(int|str|float|bool|list|dict)\\b\\s*=(.*)",
              line -> javaType(line.group(2)) + " " + line.group(1) + " =" + line.group(3)),
          form(
              "(let|const|val|auto)\\s+(?:mut\\s+)?(\\w+)\\s*=(?!=)(.*)",
              line ->
                  (line.group(1).matches("const|val") ? "final " : "")
                      + "var "
                      + line.group(2)
                      + " ="
                      + semicolon(line.group(3))));

  private ForeignLines() {}

  static Optional<Hint> of(Spot spot) {
    if (spot.first() >= spot.tokens().size() && !spot.line().startsWith("#")) {
      return Optional.empty();
    }
    String line = spot.line();
    return FORMS.stream().map(form -> hint(form, line)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Hint> hint(Form form, String line) {
    var matcher = form.pattern.matcher(line);
    return matcher.matches()
        ? Optional.of(Hint.forLine("in Java: " + form.java.apply(matcher.toMatchResult())))
        : Optional.empty();
  }

  private static Form form(String line, Function<MatchResult, String> java) {
    return new Form(Pattern.compile(line), java);
  }

  private static String imports() {
    return "import java.util.regex.Pattern; names a class; %maven brings libraries";
  }

  private static String each(MatchResult line) {
    return "for (var " + line.group(1) + " : " + line.group(2).strip() + ") { … }";
  }

  private static String counting(MatchResult line) {
    String[] range = line.group(2).split("\\s*,\\s*");
    String from = range.length > 1 ? range[0].strip() : "0";
    String to = range.length > 1 ? range[1] : range[0].strip();
    String name = line.group(1);
    String step = range.length > 2 ? name + " += " + range[2] : name + "++";
    return "for (int " + name + " = " + from + "; " + name + " < " + to + "; " + step + ") { … }";
  }

  private static String javaType(String type) {
    return switch (type) {
      case "str" -> "String";
      case "float" -> "double";
      case "bool" -> "boolean";
      case "list" -> "List<…>";
      case "dict" -> "Map<…, …>";
      default -> type;
    };
  }

  private static String semicolon(String value) {
    return value.stripTrailing().endsWith(";")
        ? value.stripTrailing()
        : value.stripTrailing() + ";";
  }
}
