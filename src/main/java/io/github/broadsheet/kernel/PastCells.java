package io.github.broadsheet.kernel;

import io.github.broadsheet.protocol.History;
import io.github.broadsheet.protocol.History.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The cells of this session, for the arrow keys of a console. Any thread may ask. */
final class PastCells {
  private static final int SESSION = 1;

  private final List<Entry> entries = new ArrayList<>();

  /** A cell that starts. */
  synchronized void add(int line, String code) {
    entries.add(new Entry(SESSION, line, code, null));
  }

  /** The value of the last cell, as text. */
  synchronized void result(@Nullable Object text) {
    if (text != null) {
      Entry last = entries.remove(entries.size() - 1);
      entries.add(new Entry(SESSION, last.line(), last.input(), text.toString()));
    }
  }

  synchronized List<Entry> find(History.Request request) {
    if (request instanceof History.Tail tail) {
      return last(entries, tail.n());
    }
    if (request instanceof History.Range range) {
      return entries.stream()
          .filter(e -> range.session() == 0 || range.session() == e.session())
          .filter(e -> e.line() >= range.start() && e.line() < range.stop())
          .toList();
    }
    History.Search search = (History.Search) request;
    Pattern pattern = glob(search.pattern());
    List<Entry> found = entries.stream().filter(e -> pattern.matcher(e.input()).matches()).toList();
    return last(search.unique() ? newestOfEach(found) : found, search.n());
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
}
