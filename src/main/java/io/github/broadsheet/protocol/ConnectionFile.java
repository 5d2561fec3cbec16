package io.github.broadsheet.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a client wants the kernel to listen, as the client wrote it down.
 *
 * @param key secret that signs each message; empty for none
 */
public record ConnectionFile(
    String transport,
    String ip,
    int shellPort,
    int controlPort,
    int stdinPort,
    int iopubPort,
    int heartbeatPort,
    String signatureScheme,
    String key) {

  /** Ports of this machine that are free, for a connection that no client will find. */
  public static ConnectionFile unannounced() {
    return new ConnectionFile("tcp", "127.0.0.1", 0, 0, 0, 0, 0, "hmac-sha256", "unannounced");
  }

  /** Reads the file; the exception says which field is wrong. */
  public static ConnectionFile read(Path path) throws IOException {
    JsonNode json;
    try {
      json = Json.read(Files.readAllBytes(path));
    } catch (JacksonException e) {
      throw new IOException(
          "Connection file " + path + " is not JSON: " + e.getOriginalMessage(), e);
    }
    return new ConnectionFile(
        json.path("transport").asText("tcp"),
        json.path("ip").asText("127.0.0.1"),
        port(json, "shell_port", path),
        port(json, "control_port", path),
        port(json, "stdin_port", path),
        port(json, "iopub_port", path),
        port(json, "hb_port", path),
        json.path("signature_scheme").asText("hmac-sha256"),
        json.path("key").asText(""));
  }

  private static int port(JsonNode json, String name, Path path) throws IOException {
    JsonNode port = json.path(name);
    if (!port.isInt() || port.intValue() < 1 || port.intValue() > 65535) {
      String found = port.isMissingNode() ? "nothing" : port.toString();
      throw new IOException(
          "Connection file "
              + path
              + ": \""
              + name
              + "\" must be a port from 1 to 65535; found "
              + found
              + ".");
    }
    return port.intValue();
  }

  String address(int port) {
    String place = port == 0 ? "*" : String.valueOf(port);
    return transport + "://" + ip + (transport.equals("tcp") ? ":" : "-") + place;
  }

  /** Without the key, so that it can be logged. */
  @Override
  public String toString() {
    return transport + "://" + ip + ", shell on " + shellPort;
  }
}
