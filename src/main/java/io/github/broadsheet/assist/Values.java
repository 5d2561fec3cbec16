package io.github.broadsheet.assist;

import java.lang.reflect.Array;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/**
 * What a variable holds, in a few words. Runs no code of the reader's, {@code toString} included.
 */
final class Values {
  private static final int LONGEST = 120;
  private static final int MOST = 20;

  private Values() {}

  static String describe(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    try {
      return describeLive(value);
    } catch (RuntimeException e) {
      // A running cell may be changing it.
      return value.getClass().getSimpleName();
    }
  }

  private static String describeLive(Object value) {
    Class<?> type = value.getClass();
    boolean ofJdk = type.getModule().isNamed() && type.getModule().getName().startsWith("java.");
    boolean ofTablesaw = type.getName().startsWith("tech.tablesaw.");
    if (value instanceof CharSequence text && ofJdk) {
      return '"' + shortened(text.toString().replace("\n", "\\n")) + '"';
    }
    if (ofJdk
        && (value instanceof Number
            || value instanceof Boolean
            || value instanceof Temporal
            || value instanceof Character)) {
      return shortened(value.toString());
    }
    if (value instanceof Relation table && ofTablesaw) {
      return table.rowCount()
          + " rows × "
          + table.columnCount()
          + " columns: "
          + shortened(String.join(", ", table.columnNames()));
    }
    if (value instanceof Column<?> column && ofTablesaw) {
      return column.type().getPrinterFriendlyName() + " column, " + column.size() + " rows";
    }
    if (value instanceof Collection<?> collection && ofJdk) {
      return type.getSimpleName() + " with " + collection.size() + " elements";
    }
    if (value instanceof Map<?, ?> map && ofJdk) {
      return type.getSimpleName() + " with " + map.size() + " entries";
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (type.isArray() && type.getComponentType().isPrimitive() && Array.getLength(value) <= MOST) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> String.valueOf(Array.get(value, i)))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (type.isArray()) {
      String component = type.getComponentType().getSimpleName();
      return component + "[" + Array.getLength(value) + "]";
    }
    return type.getSimpleName();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
