package io.github.broadsheet.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * A Jupyter client on real sockets. It frames and signs with code of its own, so that a mistake of
 * the kernel is not repeated here.
 */
public final class TestClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_MS = 60_000;
  private static final String DELIMITER = "<IDS|MSG>";

  /** A message of the kernel. */
  public record Received(
      Channel channel,
      String type,
      String parent,
      JsonNode content,
      JsonNode metadata,
      List<byte[]> buffers) {
    /** Whether this is the last word on a request. */
    boolean isIdle() {
      return type.equals("status") && content.path("execution_state").asText().equals("idle");
    }

    /** A field of the content as text. */
    public String text(String... path) {
      JsonNode node = content;
      for (String name : path) {
        node = node.path(name);
      }
      return node.asText();
    }
  }

  /** All that came back on a request. */
  public record Answer(Received reply, List<Received> published) {
    /** What was published of one type. */
    public List<Received> of(String type) {
      return published.stream().filter(m -> m.type().equals(type)).toList();
    }

    /** The types that were published, in order. */
    public List<String> types() {
      return published.stream().map(Received::type).toList();
    }

    /** What was printed to {@code stdout} or {@code stderr}. */
    public String printed(String name) {
      StringBuilder text = new StringBuilder();
      for (Received message : of("stream")) {
        if (message.text("name").equals(name)) {
          text.append(message.text("text"));
        }
      }
      return text.toString();
    }

    /** The value of the cell as plain text. */
    public String result() {
      List<Received> results = of("execute_result");
      if (results.isEmpty()) {
        throw new AssertionError("no result: " + reply.content());
      }
      return results.get(0).text("data", "text/plain");
    }

    /** The status of the reply. */
    public String status() {
      return reply.text("status");
    }
  }

  private final ZMQ.Context context = ZMQ.context(1);
  private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
  private final ZMQ.Socket heartbeat;
  private final List<Received> unread = new ArrayList<>();
  private final ConnectionFile file;
  private final String session = UUID.randomUUID().toString();

  private TestClient(ConnectionFile file) {
    this.file = file;
    sockets.put(Channel.SHELL, dealer(file.shellPort()));
    sockets.put(Channel.CONTROL, dealer(file.controlPort()));
    sockets.put(Channel.STDIN, dealer(file.stdinPort()));
    ZMQ.Socket iopub = context.socket(SocketType.SUB);
    iopub.setHWM(0);
    iopub.subscribe(new byte[0]);
    iopub.connect(file.address(file.iopubPort()));
    sockets.put(Channel.IOPUB, iopub);
    heartbeat = context.socket(SocketType.REQ);
    heartbeat.connect(file.address(file.heartbeatPort()));
  }

  /** Ports that are free now, and a key. */
  public static ConnectionFile freePorts() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] ports = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      for (ServerSocket socket : held) {
        socket.close();
      }
      return new ConnectionFile(
          "tcp",
          "127.0.0.1",
          ports[0],
          ports[1],
          ports[2],
          ports[3],
          ports[4],
          "hmac-sha256",
          "a secret of this test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the file that a kernel is started with. */
  public static Path write(ConnectionFile file, Path path) {
    String json =
        JSON.createObjectNode()
            .put("transport", file.transport())
            .put("ip", file.ip())
            .put("shell_port", file.shellPort())
            .put("control_port", file.controlPort())
            .put("stdin_port", file.stdinPort())
            .put("iopub_port", file.iopubPort())
            .put("hb_port", file.heartbeatPort())
            .put("signature_scheme", file.signatureScheme())
            .put("key", file.key())
            .put("kernel_name", "broadsheet")
            .toString();
    try {
      return Files.writeString(path, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects, and waits until the kernel answers and its publications arrive. */
  public static TestClient connect(ConnectionFile file) {
    TestClient client = new TestClient(file);
    client.greet();
    return client;
  }

  /** Waits until a kernel, perhaps one that took the place of another, answers and is heard. */
  public void greet() {
    long end = System.nanoTime() + PATIENCE_MS * 1_000_000L;
    while (System.nanoTime() < end) {
      String id = send(Channel.SHELL, "kernel_info_request", Map.of());
      if (poll(m -> m.parent().equals(id) && m.isIdle(), 500) != null) {
        drain();
        return;
      }
    }
    close();
    throw new AssertionError("the kernel did not answer");
  }

  /** What has come and nobody has asked for, after waiting for more. */
  public List<Received> unread(long millis) {
    poll(m -> false, millis);
    return List.copyOf(unread);
  }

  private ZMQ.Socket dealer(int port) {
    ZMQ.Socket socket = context.socket(SocketType.DEALER);
    socket.setIdentity(session.getBytes(StandardCharsets.UTF_8));
    socket.setHWM(0);
    socket.setLinger(0);
    socket.connect(file.address(port));
    return socket;
  }

  /** Sends a message and gives its id. */
  public String send(Channel channel, String type, Map<String, ?> content) {
    return send(channel, type, content, "");
  }

  /** The same, to a subshell. */
  public String send(Channel channel, String type, Map<String, ?> content, String subshell) {
    String id = UUID.randomUUID().toString();
    Map<String, String> header =
        Map.of(
            "subshell_id",
            subshell,
            "msg_id",
            id,
            "msg_type",
            type,
            "session",
            session,
            "username",
            "tester",
            "date",
            Instant.now().toString(),
            "version",
            "5.4");
    sendSigned(channel, json(header), "{}", "{}", json(content));
    return id;
  }

  /** Sends four frames, whatever is in them, with a right signature. */
  public void sendSigned(Channel channel, String... frames) {
    List<String> all = new ArrayList<>(List.of(DELIMITER, sign(frames)));
    all.addAll(List.of(frames));
    sendRaw(channel, all.toArray(String[]::new));
  }

  /** Sends frames, whatever is in them. */
  public void sendRaw(Channel channel, String... frames) {
    ZMQ.Socket socket = Objects.requireNonNull(sockets.get(channel));
    for (int i = 0; i < frames.length; i++) {
      socket.send(
          frames[i].getBytes(StandardCharsets.UTF_8), i < frames.length - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  /** Sends a request on shell with binary frames after its content. */
  public void sendWith(List<byte[]> buffers, String type, Map<String, ?> content) {
    String id = UUID.randomUUID().toString();
    String[] frames = {json(Map.of("msg_id", id, "msg_type", type)), "{}", "{}", json(content)};
    ZMQ.Socket socket = Objects.requireNonNull(sockets.get(Channel.SHELL));
    socket.send(DELIMITER, ZMQ.SNDMORE);
    socket.send(sign(frames), ZMQ.SNDMORE);
    for (int i = 0; i < frames.length; i++) {
      boolean more = i < frames.length - 1 || !buffers.isEmpty();
      socket.send(frames[i].getBytes(StandardCharsets.UTF_8), more ? ZMQ.SNDMORE : 0);
    }
    for (int i = 0; i < buffers.size(); i++) {
      socket.send(buffers.get(i), i < buffers.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  private String sign(String... frames) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(file.key().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      for (String frame : frames) {
        mac.update(frame.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends a request on shell and waits for its reply and its idle. */
  public Answer ask(String type, Map<String, ?> content) {
    return await(send(Channel.SHELL, type, content));
  }

  /** Runs a cell. */
  public Answer run(String code) {
    return ask("execute_request", Map.of("code", code, "allow_stdin", false));
  }

  /** Waits for the reply to a request and for its idle. */
  public Answer await(String id) {
    Received reply =
        receive(
            m ->
                m.parent().equals(id)
                    && m.channel() != Channel.IOPUB
                    && m.type().endsWith("_reply"));
    List<Received> published = new ArrayList<>();
    while (published.isEmpty() || !published.get(published.size() - 1).isIdle()) {
      published.add(receive(m -> m.parent().equals(id) && m.channel() == Channel.IOPUB));
    }
    return new Answer(reply, published);
  }

  /** The next message of this kind; others are kept for later. */
  public Received receive(Predicate<Received> wanted) {
    @Nullable Received found = poll(wanted, PATIENCE_MS);
    if (found == null) {
      throw new AssertionError("nothing of this kind came; unread: " + unread);
    }
    return found;
  }

  /** The next message of this kind, or null if none comes in time. */
  public @Nullable Received poll(Predicate<Received> wanted, long millis) {
    for (int i = 0; i < unread.size(); i++) {
      if (wanted.test(unread.get(i))) {
        return unread.remove(i);
      }
    }
    long end = System.nanoTime() + millis * 1_000_000;
    ZMQ.Poller poller = context.poller(sockets.size());
    sockets.values().forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
    try (poller) {
      for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
        poller.poll(left);
        @Nullable Received found = null;
        for (Map.Entry<Channel, ZMQ.Socket> entry : sockets.entrySet()) {
          List<byte[]> frames = Routers.receive(entry.getValue());
          if (!frames.isEmpty()) {
            Received message = parse(entry.getKey(), frames);
            if (found == null && wanted.test(message)) {
              found = message;
            } else {
              unread.add(message);
            }
          }
        }
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private void drain() {
    while (poll(m -> true, 100) != null) {
      // Answers to the questions that were too early to be heard.
    }
    unread.clear();
  }

  private Received parse(Channel channel, List<byte[]> frames) {
    List<String> texts = frames.stream().map(f -> new String(f, StandardCharsets.UTF_8)).toList();
    int at = texts.indexOf(DELIMITER);
    String[] signed = texts.subList(at + 2, at + 6).toArray(String[]::new);
    if (!texts.get(at + 1).equals(sign(signed))) {
      throw new AssertionError("wrongly signed: " + texts);
    }
    try {
      return new Received(
          channel,
          JSON.readTree(signed[0]).path("msg_type").asText(),
          JSON.readTree(signed[1]).path("msg_id").asText(),
          JSON.readTree(signed[3]),
          JSON.readTree(signed[2]),
          frames.subList(at + 6, frames.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a beat; whether it comes back. */
  public boolean beats() {
    heartbeat.setReceiveTimeOut(PATIENCE_MS);
    heartbeat.send("beat");
    return "beat".equals(heartbeat.recvStr());
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    sockets.values().forEach(ZMQ.Socket::close);
    heartbeat.setLinger(0);
    heartbeat.close();
    context.term();
  }
}
