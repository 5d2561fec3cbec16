package io.github.broadsheet.hint;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Scope;
import io.github.broadsheet.analysis.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The import that is missing, or the name that was meant. */
final class NearNames {
  private static final Pattern PACKAGE = Pattern.compile("package (\\w+) does not exist");
  private static final Pattern MISSING = Pattern.compile("package ([\\w.]+) does not exist");
  private static final Pattern ACCESS = Pattern.compile("^(\\w+) has private access");
  private static final int MOST = 3;

  private final Scope scope;
  private final Vocabulary vocabulary;

  NearNames(Scope scope, Vocabulary vocabulary) {
    this.scope = scope;
    this.vocabulary = vocabulary;
  }

  Optional<Hint> of(Spot spot) {
    Matcher missing = PACKAGE.matcher(spot.problem().message());
    boolean imported = spot.is(spot.first(), "import");
    if (missing.find() && !imported) {
      return found(meant(missing.group(1), types(here(spot, spot.problem().start()))));
    }
    if (spot.key().equals("doesnt.exist")) {
      String near = nearPackage(spot);
      return found(
          near.isEmpty()
              ? "no library here has it: %maven group:artifact:version fetches one that does"
              : near);
    }
    if (spot.key().equals("report.access")) {
      return component(spot);
    }
    Matcher symbol = spot.symbol();
    return symbol.find() ? unknown(spot, symbol, imported) : Optional.empty();
  }

  private Optional<Hint> unknown(Spot spot, Matcher symbol, boolean imported) {
    String name = symbol.group(2);
    if (imported && Character.isLowerCase(name.charAt(0))) {
      return found("import " + spot.written().strip() + ".*; brings a whole package");
    }
    int start = spot.nameStart(name);
    boolean member = start > 0 && spot.code().charAt(start - 1) == '.';
    boolean method = symbol.group(1).equals("method");
    boolean type = !member && !method && Character.isUpperCase(name.charAt(0));
    Imports imports = new Imports(type ? vocabulary.classes(name) : List.of());
    if (imports.areLikely()) {
      return found(imports.question());
    }
    boolean reference = spot.code().startsWith("::", Math.max(0, start - 2));
    List<String> here =
        reference ? vocabulary.after("((" + spot.owner() + ") null).") : here(spot, start);
    if (member && !method && !imported && here.stream().anyMatch(n -> n.startsWith(name + "("))) {
      String call = here.contains(name + "()") ? name + "()" : name + "(…)";
      return found("a method is called with parentheses: " + call);
    }
    Stream<String> fitting = here.stream();
    if (!member) {
      fitting =
          symbol.group(1).equals("class")
              ? types(here)
              : here.stream().filter(each -> !method || each.contains("("));
    }
    String meant = meant(name, fitting);
    return found(!meant.isEmpty() ? meant : member ? longer(name, here) : imports.question());
  }

  /** Of {@code java.utl} the package {@code java.util}. */
  private String nearPackage(Spot spot) {
    Matcher missing = MISSING.matcher(spot.problem().message());
    String name = missing.find() ? missing.group(1) : "";
    int dot = name.lastIndexOf('.');
    List<String> names =
        dot < 0 ? List.of() : vocabulary.after("import " + name.substring(0, dot + 1));
    Stream<String> packages =
        names.stream().map(NearNames::bare).filter(each -> !each.matches("[A-Z].*"));
    return didYouMean(
        Near.to(name.substring(dot + 1), packages).names().stream()
            .map(each -> name.substring(0, dot + 1) + each)
            .toList());
  }

  /** A component of a record, read like a field. */
  private Optional<Hint> component(Spot spot) {
    Matcher access = ACCESS.matcher(spot.problem().message());
    String name = access.find() ? access.group(1) : "";
    boolean read = !name.isEmpty() && here(spot, spot.nameStart(name)).contains(name + "()");
    return read ? found("read it with " + name + "()") : Optional.empty();
  }

  /** What may stand at a place. */
  private List<String> here(Spot spot, int start) {
    String code = spot.code().substring(0, start);
    int depth = 0;
    int statement = 0;
    for (Token token : Lexer.significant(code)) {
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      statement = depth == 0 && (token.is(";") || token.is("}")) ? token.end() : statement;
    }
    return vocabulary.after(code.substring(statement));
  }

  private static Stream<String> types(List<String> names) {
    return names.stream().filter(each -> Character.isUpperCase(each.charAt(0)));
  }

  /** What is nearly this name, of what stands here or else of the JDK's types. */
  private String meant(String name, Stream<String> here) {
    Near near = Near.to(name, here.map(NearNames::bare));
    if (near.distance() > 1 && Character.isUpperCase(name.charAt(0))) {
      Near others = Near.to(name, CommonTypes.names().stream());
      if (others.distance() < near.distance()) {
        return didYouMean(others.names().stream().map(this::withImport).toList());
      }
    }
    return didYouMean(near.names());
  }

  /** With the import that it needs, if it needs one. */
  private String withImport(String simple) {
    String name = CommonTypes.fullName(simple);
    String all = name.substring(0, name.lastIndexOf('.')) + ".*;";
    return scope.imports().contains("import " + all) ? simple : simple + " (import " + name + ";)";
  }

  /** Members that begin so. */
  private static String longer(String name, List<String> names) {
    return name.length() < 2
        ? ""
        : didYouMean(
            names.stream()
                .map(NearNames::bare)
                .filter(each -> each.startsWith(name))
                .distinct()
                .sorted()
                .limit(MOST)
                .toList());
  }

  private static String bare(String suggestion) {
    return suggestion.replaceAll("\\W+$", "");
  }

  private static String didYouMean(List<String> names) {
    return names.isEmpty() ? "" : "did you mean " + String.join(" or ", names) + "?";
  }

  private static Optional<Hint> found(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Hint.of(text));
  }
}
