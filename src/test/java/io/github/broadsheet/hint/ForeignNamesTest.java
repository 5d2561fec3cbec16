package io.github.broadsheet.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ForeignNamesTest {
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "String", String.class,
          "List<Integer>", List.class,
          "Set<Integer>", Collection.class,
          "Map<String, Integer>", Map.class,
          "Table", Table.class);

  private static final List<Class<?>> COLUMNS =
      List.<Class<?>>of(StringColumn.class, DoubleColumn.class, DateColumn.class);

  static Stream<ForeignNames.Entry> members() {
    return ForeignNames.entries().stream().filter(each -> each.kind().equals("member"));
  }

  /** The first method of a hint is one of the type, and the foreign one is not. */
  @ParameterizedTest
  @MethodSource("members")
  void namesMethodsThatThereAre(ForeignNames.Entry entry) {
    Matcher call = Pattern.compile("^(\\w+)\\(").matcher(entry.hint());
    for (Map.Entry<String, Class<?>> type : TYPES.entrySet()) {
      if (type.getKey().matches(entry.on())) {
        assertThat(methods(type.getValue()))
            .as(entry.toString())
            .doesNotContain(entry.name() + "()");
        if (call.find()) {
          assertThat(methods(type.getValue()))
              .as(entry.toString())
              .anyMatch(method -> method.startsWith(call.group(1) + "("));
        }
        call.reset();
      }
    }
    if ("StringColumn".matches(entry.on()) && call.find()) {
      assertThat(COLUMNS.stream().flatMap(each -> methods(each).stream()))
          .as(entry.toString())
          .anyMatch(method -> method.startsWith(call.group(1) + "("));
    }
  }

  /** {@code name()} and {@code name(…)}. */
  private static List<String> methods(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .map(each -> each.getName() + (each.getParameterCount() == 0 ? "()" : "(…)"))
        .toList();
  }
}
