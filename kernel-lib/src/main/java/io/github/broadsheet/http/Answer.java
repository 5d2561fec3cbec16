package io.github.broadsheet.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What came back: the whole body, decompressed. */
public record Answer(int status, HttpHeaders headers, String text, Instant fetchedAt) {
  static Answer of(int status, HttpHeaders headers, byte[] body, Instant fetchedAt) {
    return new Answer(status, headers, new String(body, StandardCharsets.UTF_8), fetchedAt);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
