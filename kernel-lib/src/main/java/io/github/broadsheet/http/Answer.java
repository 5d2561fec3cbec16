package io.github.broadsheet.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What came back: the whole body, decompressed.
 *
 * @param fetchedAt when the service said so
 * @param fresh whether it says so now, and not from what is kept on this machine
 */
public record Answer(
    int status, HttpHeaders headers, String text, Instant fetchedAt, boolean fresh) {
  static Answer of(int status, HttpHeaders headers, byte[] body, Instant fetchedAt, boolean fresh) {
    return new Answer(status, headers, new String(body, StandardCharsets.UTF_8), fetchedAt, fresh);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
