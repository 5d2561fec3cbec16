package io.github.broadsheet.kernel;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.broadsheet.protocol.History.Entry;
import java.io.IOException;
import java.io.StringWriter;
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
  private static final int MOST_DIGITS = 9;
  private static final Pattern SECRET =
      Pattern.compile(
          "\\bhf_[A-Za-z0-9]{6,}|(?<=(?i:token|password|secret|api_key)[ \"',=:]{1,4})[^\\s\"',]{6,}");
  private static final String START = "{\"s\":";
  private static final JsonFactory JSON = new JsonFactory();

  /** Made when somebody asks for the past: no cell needs it. */
  private static final class Mapper {
    static final JsonMapper MAPPER = new JsonMapper();
  }

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
      String kept = SECRET.matcher(text).replaceAll("…");
      String cut = kept.length() <= MOST_TEXT ? kept : kept.substring(0, MOST_TEXT) + "…";
      write(channel, channel.size(), line(session, number, what, cut));
    }
  }

  private static String line(int session, int number, String what, String text) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeNumberField("s", session);
      json.writeNumberField("l", number);
      json.writeStringField(what, text);
      json.writeEndObject();
    }
    return line.toString();
  }

  /** Takes the next number, and forgets the older half when it has become too much. */
  private int begin(FileChannel channel) throws IOException {
    String text = text(channel);
    if (channel.size() > MOST_BYTES) {
      String newer = text.substring(text.indexOf('\n', text.length() / 2) + 1);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(newer.getBytes(StandardCharsets.UTF_8)), 0);
    }
    int next = 1 + lastSession(text);
    // Taken now, as another kernel may ask before this one has kept a cell.
    write(channel, channel.size(), START + next + "}");
    return next;
  }

  /** The highest number; by the first letters of each line, as the first cell is run meanwhile. */
  private static int lastSession(String text) {
    int last = 0;
    int at = 0;
    do {
      last = Math.max(last, text.startsWith(START, at) ? number(text, at + START.length()) : 0);
      at = text.indexOf('\n', at) + 1;
    } while (at > 0);
    return last;
  }

  private static int number(String text, int from) {
    int end = from;
    while (end < text.length() && end < from + MOST_DIGITS && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end == from ? 0 : Integer.parseInt(text, from, end, 10);
  }

  private static void write(FileChannel channel, long at, String line) throws IOException {
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
      return Mapper.MAPPER.readTree(line);
    } catch (JacksonException e) {
      return null; // Cut by a crash; the others are whole.
    }
  }
}
