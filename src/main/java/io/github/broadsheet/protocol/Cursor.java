package io.github.broadsheet.protocol;

/**
 * A place in code, which is what completion and inspection ask about.
 *
 * @param position in UTF-16
 * @param detail 1 asks for more, such as the source
 */
public record Cursor(String code, int position, int detail) {
  /** Reads the content of the message. */
  public static Cursor read(Message message) throws MalformedMessage {
    Fields fields = message.fields();
    String code = fields.text("code");
    int position = fields.integer("cursor_pos", Integer.MAX_VALUE);
    return new Cursor(code, CodePoints.toUtf16(code, position), fields.integer("detail_level", 0));
  }
}
