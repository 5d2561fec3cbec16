package io.github.broadsheet.hint;

import io.github.broadsheet.analysis.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tech.tablesaw.table.Relation;

/** What to do about an exception whose own message does not say it. */
final class Thrown {
  private static final Pattern COLUMN =
      Pattern.compile("Column (.+) does not exist in table(?: (.*))?|Unrecognized Column: '(.+)'");
  private static final Pattern CAST =
      Pattern.compile("class tech\\.tablesaw\\.api\\.(\\w+)Column cannot be cast to .*Column\\b.*");
  private static final Pattern UNCHANGEABLE =
      Pattern.compile(
          "java\\.util\\.(ImmutableCollections|Collections\\$Unmodifiable|AbstractList).*");
  private static final int MOST_COLUMNS = 20;

  private final Scope scope;

  Thrown(Scope scope) {
    this.scope = scope;
  }

  Optional<String> of(Throwable thrown, String message) {
    StackTraceElement[] frames = thrown.getStackTrace();
    String first = frames.length == 0 ? "" : frames[0].getClassName();
    if (thrown instanceof UnsupportedOperationException
        && message.isEmpty()
        && UNCHANGEABLE.matcher(first).matches()) {
      return Optional.of(
          "List.of(…), toList() and such cannot be changed: new ArrayList<>(…) of it can");
    }
    Matcher cast = CAST.matcher(message);
    if (thrown instanceof ClassCastException && cast.matches()) {
      String type = cast.group(1);
      String accessor = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
      return Optional.of("the column is a " + type + "Column: " + accessor + "Column(…) gives it");
    }
    Matcher column = COLUMN.matcher(message);
    return first.startsWith("tech.tablesaw.") && column.matches()
        ? column(column)
        : Optional.empty();
  }

  private Optional<String> column(Matcher column) {
    String typed = column.group(1) == null ? column.group(3) : column.group(1);
    String table = column.group(2) == null ? "" : column.group(2);
    List<Relation> all =
        scope.variables().stream()
            .map(variable -> variable.value().get())
            .filter(Relation.class::isInstance)
            .map(Relation.class::cast)
            .toList();
    List<Relation> named = all.stream().filter(each -> table.equals(each.name())).toList();
    List<Relation> meant = named.isEmpty() ? all : named;
    Stream<String> names = meant.stream().flatMap(each -> each.columnNames().stream());
    List<String> near = Near.to(typed, names).names();
    if (!near.isEmpty()) {
      return Optional.of("did you mean " + String.join(" or ", near) + "?");
    }
    return named.size() != 1
        ? Optional.empty()
        : Optional.of("it has the columns " + listed(named.get(0).columnNames()));
  }

  private static String listed(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(MOST_COLUMNS, names.size())))
        + (names.size() > MOST_COLUMNS ? ", …" : "");
  }
}
