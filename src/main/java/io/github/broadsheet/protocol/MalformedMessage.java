package io.github.broadsheet.protocol;

/** A message that is not as the protocol has it; the text says what was expected and found. */
public final class MalformedMessage extends Exception {
  MalformedMessage(String message) {
    super(message);
  }
}
