package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a Daily Papers page as it is copied from a browser: a heading, then for each paper
 * its title, its abstract, and mostly a block of {@code • N authors} (or an organization), {@code
 * ·} and a date, after which a number counts the comments. Blank lines mean nothing.
 */
final class PageText {
  private static final Pattern AUTHORS =
      Pattern.compile("(?:[•*·-]\\s*)?(\\d{1,5})\\s+authors?", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLOCK_ON_ONE_LINE =
      Pattern.compile("(.{1,100}?)\\s*·\\s*(" + PageDate.PATTERN + ")");
  private static final Pattern BYLINE =
      Pattern.compile("(?:by\\s*)?AK and the research community", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADING =
      Pattern.compile(
          "new|Get trending papers in your email inbox.*|Subscribe|Daily Papers|by|AK"
              + "|and the research community|Trending Papers",
          Pattern.CASE_INSENSITIVE);

  /** Below this a text is more likely a line of the page's footer than an abstract. */
  private static final int SHORT_ABSTRACT = 80;

  /** Beyond this a line is an abstract. The longest title of arXiv is shorter. */
  private static final int LONGEST_TITLE = 320;

  private final List<String> lines = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private final Remarks remarks = new Remarks();
  private final List<String> notes = new ArrayList<>();
  private @Nullable PageDate heading;

  /** A paper as the text gives it; what its block does not say is null. */
  private record Found(
      String title,
      @Nullable String abstractText,
      @Nullable Integer authors,
      @Nullable String organization,
      @Nullable PageDate date) {}

  /** What follows an abstract, and the line after it. */
  private record Block(
      @Nullable Integer authors, @Nullable String organization, @Nullable PageDate date, int end) {}

  private PageText(String text) {
    for (String line : text.lines().toList()) {
      String clean = Clean.text(line);
      if (clean != null) {
        Matcher block = BLOCK_ON_ONE_LINE.matcher(clean);
        if (block.matches()) {
          lines.addAll(List.of(block.group(1), "·", block.group(2)));
        } else {
          lines.add(clean);
        }
      }
    }
  }

  /** Whether some line of the text is a block, or the text has the heading of the page. */
  static boolean fits(String text) {
    PageText page = new PageText(text);
    for (int i = 0; i < page.lines.size(); i++) {
      if (BYLINE.matcher(page.lines.get(i)).matches() || page.block(i) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * The papers in the order of the page.
   *
   * @param asOf the day the text was copied, from which dates without a year get theirs; null takes
   *     the day in the page's heading, in the year after the latest one named
   * @param today the newest day the page can be of
   * @throws PapersException if no paper is found
   */
  static Listing read(String text, @Nullable LocalDate asOf, LocalDate today) {
    PageText page = new PageText(text);
    page.scan(page.skipHeading());
    if (page.found.isEmpty()) {
      throw new PapersException(
          "This text of a Daily Papers page holds no paper: expected a title, an abstract and a"
              + " line such as \"• 6 authors\", found "
              + Remarks.quote(text)
              + ". Select the whole page in the browser and copy it again.",
          null);
    }
    return page.listing(asOf, today);
  }

  private int skipHeading() {
    int start = 0;
    for (int i = 0; i < Math.min(lines.size(), 60); i++) {
      if (BYLINE.matcher(lines.get(i)).matches()) {
        start = i + 1;
      }
    }
    while (start < lines.size()) {
      PageDate date = PageDate.of(lines.get(start));
      if (date == null && !HEADING.matcher(lines.get(start)).matches()) {
        break;
      }
      heading = date != null ? date : heading;
      start++;
    }
    return start;
  }

  private void scan(int start) {
    int from = start;
    for (int i = start; i < lines.size(); i++) {
      Block block = block(i);
      if (block != null) {
        papers(lines.subList(from, i), block);
        from = block.end();
        i = from - 1;
      }
    }
    rest(lines.subList(from, lines.size()));
  }

  /** The block that starts at a line, or null. */
  private @Nullable Block block(int start) {
    Matcher authors = AUTHORS.matcher(lines.get(start));
    boolean counts = authors.matches();
    int at = start + 1;
    boolean dotted = at < lines.size() && lines.get(at).matches("[·•]");
    if (dotted) {
      at++;
    }
    PageDate date = at < lines.size() && (dotted || counts) ? PageDate.of(lines.get(at)) : null;
    if (!counts && date == null) {
      return null;
    }
    if (date != null) {
      at++;
      if (date.comments() == null && at < lines.size() && lines.get(at).matches("\\d{1,5}")) {
        date = date.withComments(Integer.valueOf(lines.get(at)));
        at++;
      }
    }
    return counts
        ? new Block(Integer.valueOf(authors.group(1)), null, date, at)
        : new Block(null, displayName(lines.get(start)), date, at);
  }

  /** The picture's text, which is the name in the address, comes before the name to display. */
  private static String displayName(String line) {
    int space = line.indexOf(' ');
    return space < 0 ? line : line.substring(space + 1);
  }

  /** Titles and abstracts before a block; the block belongs to the last of them. */
  private void papers(List<String> texts, Block block) {
    int i = 0;
    boolean pairs = texts.size() % 2 == 0;
    while (i < texts.size()) {
      String title = texts.get(i++);
      if (title.length() > LONGEST_TITLE) {
        // The line with the title is lost, or ran into the abstract.
        remarks.skip(Remarks.record(found.size() + 1, null, title), "has no title of its own");
        continue;
      }
      boolean described =
          i < texts.size() && (pairs || isProse(texts.get(i)) || i == texts.size() - 1);
      String abstractText = described ? texts.get(i++) : null;
      found.add(
          i < texts.size()
              ? new Found(title, abstractText, null, null, null)
              : new Found(
                  title, abstractText, block.authors(), block.organization(), block.date()));
    }
    if (texts.isEmpty()) {
      notes.add("A line with authors and a date had no title before it and was left out.");
    }
  }

  /** What follows the last block: papers without one, or the foot of the page. */
  private void rest(List<String> texts) {
    int i = 0;
    while (i + 1 < texts.size() && isProse(texts.get(i + 1))) {
      found.add(new Found(texts.get(i), texts.get(i + 1), null, null, null));
      i += 2;
    }
    if (i < texts.size()) {
      notes.add(
          "The text ends with "
              + Remarks.quote(String.join(" ", texts.subList(i, texts.size())))
              + ", which is no paper with an abstract and was left out.");
    }
  }

  private static boolean isProse(String text) {
    return text.length() >= SHORT_ABSTRACT;
  }

  private Listing listing(@Nullable LocalDate asOf, LocalDate today) {
    LocalDate pageDay = asOf != null ? asOf : pageDay(today);
    List<Paper> papers = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Found one = found.get(i);
      Paper.Draft draft = Paper.draft(id(one.title()), one.title(), "page");
      draft.abstractText = one.abstractText();
      draft.authorCount = one.authors();
      draft.organization = one.organization();
      PageDate date = one.date();
      if (date != null) {
        draft.comments = date.comments();
        draft.published = date.day(pageDay);
        if (draft.published == null) {
          String record = Remarks.record(i + 1, null, one.title());
          remarks.empty(record, "date", "a day of the calendar", date.text());
        }
      }
      if (asOf != null || heading != null) {
        draft.fetchedAt = pageDay.atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      papers.add(draft.paper());
    }
    notes.addAll(remarks.notes(found.size()));
    return new Listing(papers, notes);
  }

  /**
   * The page leaves out the year where it is its own, so that every year named is an earlier one.
   */
  private LocalDate pageDay(LocalDate today) {
    int latestNamed = 0;
    int yearless = 0;
    for (Found one : found) {
      Integer year = one.date() == null ? null : one.date().year();
      latestNamed = year == null ? latestNamed : Math.max(latestNamed, year);
      yearless += one.date() != null && year == null ? 1 : 0;
    }
    LocalDate day = latestNamed == 0 ? today : LocalDate.of(latestNamed + 1, 12, 31);
    LocalDate shown = heading == null ? null : heading.day(day);
    if (shown != null) {
      day = shown;
    } else if (day.isAfter(today) && today.getYear() > latestNamed) {
      day = today;
    }
    if (yearless > 0 && (heading == null || heading.year() == null)) {
      notes.add(
          yearless
              + (yearless == 1 ? " date has no year and was" : " dates have no year and were")
              + " read as of "
              + day.getYear()
              + ". Papers.read(path, asOf) sets the day on which the page was copied.");
    }
    return day;
  }

  /** The page shows no id. The same title has the same one everywhere. */
  private static String id(String title) {
    String letters = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((letters.isEmpty() ? title : letters).getBytes(StandardCharsets.UTF_8));
      return "page:" + HexFormat.of().formatHex(hash, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
