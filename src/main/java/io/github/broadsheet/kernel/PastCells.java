package io.github.broadsheet.kernel;

import io.github.broadsheet.protocol.History;
import io.github.broadsheet.protocol.History.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cells of this session, and those of earlier ones, for the arrow keys of a console. Any thread
 * may ask.
 */
final class PastCells {

  private final HistoryFile file;
  private final List<Entry> own = new ArrayList<>();
  private @Nullable List<Entry> earlier;
  private boolean kept = true;
  private int session = 1;

  PastCells(HistoryFile file) {
    this.file = file;
  }

  /** A cell that starts. */
  synchronized void add(int line, String code) {
    keep(() -> session = file.add(line, code));
    own.add(new Entry(session, line, code, null));
  }

  /** The value of a cell, as text. */
  synchronized void result(int line, @Nullable Object text) {
    if (text == null) {
      return;
    }
    keep(() -> file.result(line, text.toString()));
    own.replaceAll(
        e -> e.line() == line ? new Entry(e.session(), line, e.input(), text.toString()) : e);
  }

  private interface Writing {
    void run() throws IOException;
  }

  /** A full disk or a folder of somebody else must cost no cell. */
  private void keep(Writing writing) {
    try {
      if (kept) {
        writing.run();
      }
    } catch (IOException | RuntimeException e) {
      kept = false;
      log().log(System.Logger.Level.WARNING, "The history is not kept for later sessions: " + e);
    }
  }

  synchronized List<Entry> find(History.Request request) {
    List<Entry> entries = all();
    if (request instanceof History.Tail tail) {
      return last(entries, tail.n());
    }
    if (request instanceof History.Range range) {
      int wanted = range.session() > 0 ? range.session() : current() + range.session();
      return entries.stream()
          .filter(e -> e.session() == wanted)
          .filter(e -> e.line() >= range.start() && e.line() < range.stop())
          .toList();
    }
    History.Search search = (History.Search) request;
    Pattern pattern = glob(search.pattern());
    List<Entry> found = entries.stream().filter(e -> pattern.matcher(e.input()).matches()).toList();
    return last(search.unique() ? newestOfEach(found) : found, search.n());
  }

  private List<Entry> all() {
    List<Entry> before = earlier;
    if (before == null) {
      try {
        before = file.others();
      } catch (IOException e) {
        log().log(System.Logger.Level.WARNING, "The history of earlier sessions is lost: " + e);
        before = List.of();
      }
      earlier = before;
    }
    List<Entry> all = new ArrayList<>(before);
    all.addAll(own);
    return all;
  }

  private int current() {
    return own.isEmpty()
        ? all().stream().mapToInt(Entry::session).max().orElse(0) + 1
        : own.get(0).session();
  }

  private static List<Entry> last(List<Entry> entries, int n) {
    int from = Math.max(0, entries.size() - Math.max(0, n));
    return List.copyOf(entries.subList(from, entries.size()));
  }

  private static List<Entry> newestOfEach(List<Entry> entries) {
    Map<String, Entry> byInput = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byInput.remove(entry.input());
      byInput.put(entry.input(), entry);
    }
    return List.copyOf(byInput.values());
  }

  private static Pattern glob(String pattern) {
    String regex =
        pattern
            .codePoints()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  /** Java finds its loggers by a look into every jar: when there is something to say. */
  private static System.Logger log() {
    return System.getLogger(PastCells.class.getName());
  }
}
