package io.github.broadsheet.kernel;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.broadsheet.protocol.History.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells of all sessions of this user, a line of JSON each, for kernels that come later. Each
 * kernel appends its own; a result follows its cell in a line of its own. Secrets are left out.
 */
final class HistoryFile {
  private static final long MOST_BYTES = 8 << 20;
  private static final int MOST_TEXT = 20_000;
  private static final Pattern SECRET =
      Pattern.compile(
          "\\bhf_[A-Za-z0-9]{6,}|(?<=(?i:token|password|secret|api_key)[ \"',=:]{1,4})[^\\s\"',]{6,}");
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private int session;

  HistoryFile(Path file) {
    this.file = file;
  }

  /** What earlier sessions ran, oldest first; that of kernels that run now, too. */
  synchronized List<Entry> others() throws IOException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    for (JsonNode line : lines(text)) {
      int in = line.path("s").asInt();
      int number = line.path("l").asInt();
      if (in == 0 || in == session || number == 0) {
        continue;
      }
      String key = in + ":" + number;
      Entry known = entries.get(key);
      if (line.has("i")) {
        entries.put(key, new Entry(in, number, line.path("i").asText(), null));
      } else if (known != null && line.has("o")) {
        entries.put(key, new Entry(in, number, known.input(), line.path("o").asText()));
      }
    }
    return List.copyOf(entries.values());
  }

  /** Keeps a cell; the number of this session. */
  synchronized int add(int number, String code) throws IOException {
    append(number, "i", code);
    return session;
  }

  /** Keeps the result of a cell. */
  synchronized void result(int number, String text) throws IOException {
    append(number, "o", text);
  }

  private void append(int number, String what, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (session == 0 && lock.isValid()) {
        session = begin(channel);
      }
      ObjectNode line = JSON.createObjectNode().put("s", session).put("l", number);
      String kept = SECRET.matcher(text).replaceAll("…");
      line.put(what, kept.length() <= MOST_TEXT ? kept : kept.substring(0, MOST_TEXT) + "…");
      write(channel, channel.size(), line);
    }
  }

  /** Takes the next number, and forgets the older half when it has become too much. */
  private int begin(FileChannel channel) throws IOException {
    List<JsonNode> lines = lines(text(channel));
    if (channel.size() > MOST_BYTES) {
      StringBuilder newer = new StringBuilder();
      lines.subList(lines.size() / 2, lines.size()).forEach(l -> newer.append(l).append('\n'));
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(newer.toString().getBytes(StandardCharsets.UTF_8)), 0);
    }
    int next = 1 + lines.stream().mapToInt(line -> line.path("s").asInt()).max().orElse(0);
    // Taken now, as another kernel may ask before this one has kept a cell.
    write(channel, channel.size(), JSON.createObjectNode().put("s", next));
    return next;
  }

  private static void write(FileChannel channel, long at, ObjectNode line) throws IOException {
    // The line before it may have been cut by a crash.
    boolean cut = at > 0 && last(channel, at) != '\n';
    String text = (cut ? "\n" : "") + line + "\n";
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), at);
  }

  private static byte last(FileChannel channel, long size) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    channel.read(one, size - 1);
    return one.get(0);
  }

  /** Read by the channel that has the lock: to open and close the file once more would end it. */
  private static String text(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      continue; // A read may give less than is there.
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  private static List<JsonNode> lines(String text) {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text.split("\n")) {
      @Nullable JsonNode json = parse(line);
      if (json != null) {
        lines.add(json);
      }
    }
    return lines;
  }

  private static @Nullable JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      return null; // Cut by a crash; the others are whole.
    }
  }
}
