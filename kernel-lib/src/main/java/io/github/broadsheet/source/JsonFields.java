package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON record. Absent is null; a value of a wrong kind is null and remarked. */
final class JsonFields {
  private final JsonNode node;
  private final String record;
  private final Remarks remarks;

  JsonFields(JsonNode node, String record, Remarks remarks) {
    this.node = node;
    this.record = record;
    this.remarks = remarks;
  }

  /** The fields of another object of the same record. */
  JsonFields in(JsonNode other) {
    return new JsonFields(other, record, remarks);
  }

  @Nullable String text(String name) {
    return read(name, "a text", value -> value.isValueNode() ? Clean.text(value.asText()) : null);
  }

  @Nullable LocalDate day(String name) {
    return read(name, "a date", value -> Clean.day(value.asText()));
  }

  @Nullable String link(String name) {
    return read(name, "an http address", value -> Clean.link(value.asText()));
  }

  @Nullable Integer count(String name) {
    return read(name, "a whole number", JsonFields::wholeNumber);
  }

  /** A list of texts; a single text is a list of one. */
  List<String> texts(String name) {
    List<String> texts = read(name, "a list of texts", JsonFields::texts);
    return texts == null ? List.of() : texts;
  }

  private <T> @Nullable T read(
      String name, String expected, Function<JsonNode, @Nullable T> reading) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && value.asText().isBlank())) {
      return null;
    }
    T read = reading.apply(value);
    if (read == null) {
      remarks.empty(
          record, name, expected, value.isValueNode() ? value.asText() : value.toString());
    }
    return read;
  }

  private static @Nullable Integer wholeNumber(JsonNode value) {
    try {
      return value.isNumber()
          ? (Integer) value.decimalValue().intValueExact()
          : value.isTextual() ? Integer.valueOf(value.asText().strip()) : null;
    } catch (ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable List<String> texts(JsonNode value) {
    if (!value.isArray() && !value.isTextual()) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value.isArray() ? value : List.of(value)) {
      String text = item.isValueNode() && !item.isNull() ? Clean.text(item.asText()) : null;
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }
}
