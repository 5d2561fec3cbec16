package io.github.broadsheet.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.jbibtex.Value;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Papers as BibTeX entries, with the arXiv id as {@code eprint}. */
final class BibTex {
  private static final Pattern ENTRY = Pattern.compile("(?m)^[ \\t]*+@[ \\t]*(\\w+)\\s*[{(]");
  private static final Set<String> NO_ENTRIES = Set.of("comment", "string", "preamble");
  private static final Set<String> SMALL_WORDS =
      Set.of("a", "an", "the", "on", "of", "in", "for", "to", "and", "is", "are", "do", "how");

  private BibTex() {}

  static boolean fits(String head) {
    return ENTRY.matcher(head).find();
  }

  static void write(Table table, Writer writer) throws IOException {
    Set<String> keys = new HashSet<>();
    for (Paper paper : PaperTable.titled("BibTeX", table)) {
      writer.write(entry(paper, key(paper, keys)));
    }
  }

  private static String entry(Paper paper, String key) {
    StringBuilder entry = new StringBuilder("@misc{").append(key);
    field(entry, "title", paper.title().isEmpty() ? null : "{" + latex(paper.title()) + "}");
    field(entry, "author", joined(paper.authors().stream().map(BibTex::author).toList(), " and "));
    LocalDate published = paper.published();
    if (published != null) {
      field(entry, "year", String.valueOf(published.getYear()));
      String month = published.getMonth().name().substring(0, 3).toLowerCase(Locale.ROOT);
      entry.append(",\n  month = ").append(month);
      field(entry, "date", published.toString());
    }
    String arxivId = ArxivTerms.id(paper.id());
    if (arxivId != null) {
      field(entry, "eprint", arxivId);
      field(entry, "archivePrefix", "arXiv");
      field(entry, "primaryClass", paper.categories().isEmpty() ? null : paper.categories().get(0));
    }
    String url = Clean.link(paper.url());
    field(entry, "url", url == null || url.matches(".*[{}].*") ? null : url);
    field(entry, "keywords", joined(paper.keywords().stream().map(BibTex::latex).toList(), ", "));
    field(entry, "abstract", paper.abstractText() == null ? null : latex(paper.abstractText()));
    return entry.append("\n}\n\n").toString();
  }

  private static void field(StringBuilder entry, String name, @Nullable String value) {
    if (value != null) {
      entry.append(",\n  ").append(name).append(" = {").append(value).append('}');
    }
  }

  private static @Nullable String joined(List<String> values, String joint) {
    return values.isEmpty() ? null : String.join(joint, values);
  }

  private static String latex(String text) {
    String line = Clean.text(text);
    return line == null ? "" : Latex.of(line);
  }

  /** In braces where BibTeX would take a comma or an "and" in the name for its own. */
  private static String author(String name) {
    String latex = latex(name);
    return latex.contains(",") || latex.matches("(?i).*\\band\\b.*") ? "{" + latex + "}" : latex;
  }

  /** Family name, year and first telling word, as in {@code quill2024inkwells}. */
  private static String key(Paper paper, Set<String> taken) {
    String first = paper.authors().isEmpty() ? "" : paper.authors().get(0);
    String family = ascii(first.substring(first.lastIndexOf(' ') + 1));
    String year = paper.published() == null ? "" : "" + paper.published().getYear();
    String word =
        Arrays.stream(paper.title().split("[\\s\\p{Punct}]+"))
            .map(BibTex::ascii)
            .filter(one -> !one.isEmpty() && !SMALL_WORDS.contains(one))
            .findFirst()
            .orElse("");
    String key = family + year + word;
    String base = key.isEmpty() ? "paper" : key;
    String unique = base;
    for (int again = 2; !taken.add(unique); again++) {
      unique = base + "-" + again;
    }
    return unique;
  }

  private static String ascii(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }

  /** The papers in the order of the file. An entry that is broken is left out and named. */
  static Listing read(String text) {
    List<Paper> papers = new ArrayList<>();
    Remarks remarks = new Remarks();
    int place = 0;
    List<String> macros = new ArrayList<>();
    for (String chunk : chunks(text)) {
      Matcher start = ENTRY.matcher(chunk);
      String kind = start.find() ? start.group(1).toLowerCase(Locale.ROOT) : "comment";
      if (kind.equals("string")) {
        macros.add(chunk);
      }
      if (NO_ENTRIES.contains(kind)) {
        continue;
      }
      place++;
      Map<String, String> fields = fields(String.join("", macros) + chunk);
      String key = fields.getOrDefault("", "");
      String title = Clean.text(Latex.text(fields.getOrDefault("title", "")));
      String record = Remarks.record(place, key.isEmpty() ? null : key, title);
      if (title == null) {
        boolean broken = fields.isEmpty();
        remarks.skip(record, broken ? "is broken: " + Remarks.quote(chunk) : "has no title");
      } else {
        papers.add(paper(key, title, fields));
      }
    }
    return new Listing(papers, remarks.notes(place));
  }

  /** One entry each, so that a broken one does not take the others with it. */
  private static List<String> chunks(String text) {
    List<Integer> starts = ENTRY.matcher(text).results().map(MatchResult::start).toList();
    List<String> chunks = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      chunks.add(text.substring(starts.get(i), end));
    }
    return chunks;
  }

  /** The fields by lower-case name, and under the empty name the key; none if it is broken. */
  private static Map<String, String> fields(String entry) {
    try {
      for (BibTeXEntry one : new Lenient().parse(new StringReader(entry)).getEntries().values()) {
        Map<String, String> fields =
            one.getFields().entrySet().stream()
                .collect(
                    Collectors.toMap(
                        field -> field.getKey().getValue().toLowerCase(Locale.ROOT),
                        field -> value(field.getValue()),
                        (first, again) -> first));
        fields.put("", one.getKey().getValue());
        return fields;
      }
    } catch (ParseException | RuntimeException e) {
      // The entry is remarked as broken.
    }
    return Map.of();
  }

  private static String value(Value value) {
    try {
      return value.toUserString();
    } catch (RuntimeException e) {
      return ""; // a macro that is not defined
    }
  }

  private static Paper paper(String key, String title, Map<String, String> fields) {
    String id = null;
    for (String field : List.of("eprint", "arxivid", "doi", "url")) {
      id = id == null ? ArxivTerms.id(fields.get(field)) : id;
    }
    Paper.Draft draft = Paper.draft(id == null ? "bib:" + key : id, title, "file");
    draft.abstractText = Clean.text(Latex.text(fields.getOrDefault("abstract", "")));
    draft.authors = authors(fields.getOrDefault("author", ""));
    draft.published = published(fields);
    draft.keywords = list(Latex.text(fields.getOrDefault("keywords", "")), "[;,]");
    draft.categories =
        ArxivTerms.categories(Clean.text(fields.getOrDefault("primaryclass", "")), List.of());
    draft.url = Clean.link(fields.get("url"));
    return draft.paper();
  }

  /** Only where the day is known: a year or a month is no day. */
  private static @Nullable LocalDate published(Map<String, String> fields) {
    LocalDate date = Clean.day(fields.get("date"));
    String day = fields.getOrDefault("day", "").strip();
    if (date != null || !day.matches("\\d{1,2}")) {
      return date;
    }
    String month = fields.getOrDefault("month", "").strip();
    PageDate shown = PageDate.of(month + " " + day + ", " + fields.getOrDefault("year", ""));
    return shown == null ? null : shown.day(LocalDate.EPOCH);
  }

  private static List<String> authors(String field) {
    List<String> names = new ArrayList<>();
    for (String name : outsideBraces(field.replaceAll("\\s+", " "), " and ")) {
      String shown = Clean.text(Latex.text(name));
      List<String> parts = outsideBraces(name, ",");
      if (parts.size() > 1) {
        // Family name first; a suffix such as Jr. in the middle.
        String given = parts.get(parts.size() - 1);
        String family = String.join(" ", parts.subList(0, parts.size() - 1));
        shown = Clean.text(Latex.text(given + " " + family));
      }
      if (shown != null && !shown.equals("others")) {
        names.add(shown);
      }
    }
    return names;
  }

  private static List<String> outsideBraces(String text, String joint) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0 && text.startsWith(joint, i)) {
        parts.add(text.substring(from, i));
        from = i + joint.length();
        i = from - 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<String> list(String text, String joint) {
    return Arrays.stream(text.split(joint))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Takes a macro that is not defined, or an entry that is not there, for nothing. */
  private static final class Lenient extends BibTeXParser {
    Lenient() throws ParseException {}

    @Override
    public void checkStringResolution(Key key, @Nullable BibTeXString string) {}

    @Override
    public void checkCrossReferenceResolution(Key key, @Nullable BibTeXEntry entry) {}
  }
}
