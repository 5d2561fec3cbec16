package io.github.broadsheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes a table of a list of results, column by column; what a result does not have is missing. */
final class Columns<T> {
  private final List<T> rows;
  private final List<Column<?>> columns = new ArrayList<>();

  private Columns(List<T> rows) {
    this.rows = rows;
  }

  static <T> Columns<T> of(List<T> rows) {
    return new Columns<>(rows);
  }

  Columns<T> text(String name, Function<T, @Nullable String> value) {
    return add(StringColumn.create(name), value, StringColumn::append);
  }

  Columns<T> day(String name, Function<T, @Nullable LocalDate> value) {
    return add(DateColumn.create(name), value, DateColumn::append);
  }

  Columns<T> count(String name, ToIntFunction<T> value) {
    return add(IntColumn.create(name), value::applyAsInt, (column, count) -> column.append(count));
  }

  Columns<T> flag(String name, Predicate<T> value) {
    return add(BooleanColumn.create(name), value::test, BooleanColumn::append);
  }

  /** Shares, 0 to 1, shown in percent. */
  Columns<T> share(String name, Function<T, @Nullable Double> value) {
    return numbers(Figures.percent(name), value);
  }

  /** Error rates, shown in few digits. */
  Columns<T> rate(String name, Function<T, @Nullable Double> value) {
    return numbers(Figures.q(name), value);
  }

  /** Numbers, shown by a pattern such as {@code 0.00}. */
  Columns<T> number(String name, String pattern, Function<T, @Nullable Double> value) {
    return numbers(Figures.formatted(name, pattern), value);
  }

  private Columns<T> numbers(DoubleColumn column, Function<T, @Nullable Double> value) {
    return add(
        column,
        row -> {
          Double number = value.apply(row);
          return number == null || number.isNaN() ? null : number;
        },
        (to, number) -> to.append(number.doubleValue()));
  }

  private <C extends Column<?>, V> Columns<T> add(
      C column, Function<T, @Nullable V> value, BiConsumer<C, V> append) {
    for (T row : rows) {
      V found = value.apply(row);
      if (found == null) {
        column.appendMissing();
      } else {
        append.accept(column, found);
      }
    }
    columns.add(column);
    return this;
  }

  Table table(String name) {
    return Table.create(name, columns);
  }
}
