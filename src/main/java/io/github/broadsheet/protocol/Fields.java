package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/** The content of a request, read field by field; says what is wrong in which. */
record Fields(String type, JsonNode content) {
  String text(String name) throws MalformedMessage {
    return required(name, content.path(name), "a text", content.path(name).isTextual()).textValue();
  }

  String text(String name, String otherwise) throws MalformedMessage {
    return absent(name) ? otherwise : text(name);
  }

  int integer(String name) throws MalformedMessage {
    JsonNode field = content.path(name);
    return required(name, field, "a whole number", field.canConvertToInt()).intValue();
  }

  int integer(String name, int otherwise) throws MalformedMessage {
    return absent(name) ? otherwise : integer(name);
  }

  boolean flag(String name, boolean otherwise) throws MalformedMessage {
    JsonNode field = content.path(name);
    return absent(name)
        ? otherwise
        : required(name, field, "true or false", field.isBoolean()).booleanValue();
  }

  private boolean absent(String name) {
    return content.path(name).isMissingNode() || content.path(name).isNull();
  }

  private JsonNode required(String name, JsonNode field, String expected, boolean right)
      throws MalformedMessage {
    if (right) {
      return field;
    }
    String found = field.isMissingNode() ? "nothing" : field.getNodeType().toString();
    throw new MalformedMessage(
        type + ": content needs \"" + name + "\" as " + expected + "; found " + found + ".");
  }
}
