package io.github.broadsheet.protocol;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

  /** Ports of this machine that are free now, and a key that nobody knows. */
  public static ConnectionFile onFreePorts() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      while (held.size() < 5) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
      return new ConnectionFile(
          "tcp",
          "127.0.0.1",
          ports.get(0),
          ports.get(1),
          ports.get(2),
          ports.get(3),
          ports.get(4),
          "hmac-sha256",
          UUID.randomUUID().toString());
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  /** Writes it where a kernel will read it; returns the path. */
  public Path write(Path path) throws IOException {
    ObjectNode json =
        Json.object()
            .put("transport", transport)
            .put("ip", ip)
            .put("shell_port", shellPort)
            .put("control_port", controlPort)
            .put("stdin_port", stdinPort)
            .put("iopub_port", iopubPort)
            .put("hb_port", heartbeatPort)
            .put("signature_scheme", signatureScheme)
            .put("key", key);
    return Files.write(path, Json.write(json));
  }

  /**
   * Reads the file; the exception says which field is wrong. As a stream of tokens: making ready to
   * read trees takes as long as a tenth of the kernel's start, and nobody can call before this.
   */
  public static ConnectionFile read(Path path) throws IOException {
    Map<String, String> fields;
    try {
      fields = fields(Files.readAllBytes(path));
    } catch (JacksonException e) {
      throw new IOException(
          "Connection file " + path + " is not JSON: " + e.getOriginalMessage(), e);
    }
    return new ConnectionFile(
        fields.getOrDefault("transport", "tcp"),
        fields.getOrDefault("ip", "127.0.0.1"),
        port(fields, "shell_port", path),
        port(fields, "control_port", path),
        port(fields, "stdin_port", path),
        port(fields, "iopub_port", path),
        port(fields, "hb_port", path),
        fields.getOrDefault("signature_scheme", "hmac-sha256"),
        fields.getOrDefault("key", ""));
  }

  private static Map<String, String> fields(byte[] utf8) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(utf8)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        fields.put(name, json.getText());
        json.skipChildren();
      }
    }
    return fields;
  }

  private static int port(Map<String, String> fields, String name, Path path) throws IOException {
    String port = fields.getOrDefault(name, "nothing");
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
      throw new IOException(
          "Connection file "
              + path
              + ": \""
              + name
              + "\" must be a port from 1 to 65535; found "
              + port
              + ".");
    }
    return Integer.parseInt(port);
  }

  String address(int port) {
    return transport + "://" + ip + (transport.equals("tcp") ? ":" : "-") + port;
  }

  /** Without the key, so that it can be logged. */
  @Override
  public String toString() {
    return transport + "://" + ip + ", shell on " + shellPort;
  }
}
