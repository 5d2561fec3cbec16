package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as frames: identities, delimiter, signature, four JSON frames, buffers. */
final class Wire {
  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
  private static final int JSON_FRAMES = 4;

  private Wire() {}

  /**
   * The message in the frames. A broken header or signature is an exception, as nobody could be
   * answered; broken JSON in the content is left to the request's own reader, which can say so.
   */
  static Message decode(Channel channel, List<byte[]> frames, Signature signature)
      throws MalformedMessage {
    int delimiter = 0;
    while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
      delimiter++;
    }
    int body = delimiter + 2;
    if (frames.size() < body + JSON_FRAMES) {
      throw new MalformedMessage(
          "expected <IDS|MSG>, a signature and four frames; found " + frames.size() + " frames");
    }
    List<byte[]> json = frames.subList(body, body + JSON_FRAMES);
    if (!signature.verify(frames.get(delimiter + 1), json)) {
      throw new MalformedMessage("the signature is not that of the connection file's key");
    }
    Header header;
    try {
      header = Header.parse(Json.read(json.get(0)));
    } catch (IOException e) {
      throw new MalformedMessage("the header is not JSON");
    }
    return new Message(
        channel,
        frames.subList(0, delimiter),
        header,
        lenient(json.get(2)),
        lenient(json.get(3)),
        frames.subList(body + JSON_FRAMES, frames.size()));
  }

  private static JsonNode lenient(byte[] frame) {
    try {
      return Json.read(frame);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  static List<byte[]> encode(
      List<byte[]> identities,
      Header header,
      @Nullable Header parent,
      Content content,
      Signature signature)
      throws IOException {
    List<byte[]> json =
        List.of(
            Json.write(header.json()),
            Json.write(parent == null ? Json.object() : parent.json()),
            Json.write(content.metadata()),
            Json.write(content.json()));
    List<byte[]> frames = new ArrayList<>(identities);
    frames.add(DELIMITER);
    frames.add(signature.sign(json));
    frames.addAll(json);
    frames.addAll(content.buffers());
    return frames;
  }
}
