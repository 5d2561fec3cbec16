package io.github.broadsheet.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A listing page of arXiv saved from a browser: {@code /list/cs.CL/new}, {@code recent} or a month.
 * Abstracts are in {@code new} alone. Robots are unwelcome on these pages, so that they are never
 * fetched: the feed and the API say the same.
 */
final class ArxivListPage {
  private static final Pattern CODE = Pattern.compile("\\(([A-Za-z-]+(?:\\.[A-Za-z-]+)?)\\)");

  private final Remarks remarks = new Remarks();
  private final List<Paper> papers = new ArrayList<>();
  private final List<String> announced = new ArrayList<>();
  private int place;

  private ArxivListPage() {}

  /** Whether a page is such a listing. */
  static boolean fits(Document page) {
    return !page.select("dl#articles dt a[title=Abstract]").isEmpty();
  }

  /** The papers in the order of the page, with the way they are announced where it says that. */
  static ReadTable read(String name, String html) {
    ArxivListPage reader = new ArxivListPage();
    String whole = whole(html);
    String heading = "";
    Element entry = null;
    // New, cross-listed and replaced papers stand in three lists of the same id.
    for (Element element : Jsoup.parse(whole).select("h3, dl#articles > dt, dl#articles > dd")) {
      switch (element.normalName()) {
        case "h3" -> heading = element.text();
        case "dt" -> {
          if (entry != null) {
            reader.add(entry, null, heading);
          }
          entry = element;
        }
        default -> {
          reader.add(entry, element, heading);
          entry = null;
        }
      }
    }
    if (entry != null) {
      reader.add(entry, null, heading);
    }
    Listing read = new Listing(reader.papers, reader.remarks.notes(reader.place));
    Listing listing =
        whole.length() == html.length()
            ? read
            : read.noted(Remarks.cut("The saved page breaks off", read.papers().size()));
    return new ReadTable(
        reader.announced.stream().allMatch(String::isEmpty)
            ? PaperTable.of(name, listing.papers())
            : Announcements.table(name, listing, reader.announced),
        listing.notes());
  }

  /** The page up to its last entry that is whole; all of it if it has an end. */
  private static String whole(String html) {
    int end = html.lastIndexOf("</dd>");
    return html.toLowerCase(Locale.ROOT).contains("</html>") || end < 0
        ? html
        : html.substring(0, end);
  }

  private void add(@Nullable Element entry, @Nullable Element about, String heading) {
    place++;
    Element link = entry == null ? null : entry.selectFirst("a[title=Abstract]");
    String shown = link == null ? "" : link.attr("href").replaceFirst("^/abs/", "");
    String id = ArxivTerms.id(shown);
    String title = about == null ? null : text(about, ".list-title");
    if (id == null || title == null || entry == null || about == null) {
      remarks.skip(
          Remarks.record(place, Clean.text(shown), title),
          id == null ? "has no arXiv id" : "has no title");
      return;
    }
    Paper.Draft draft = Paper.draft(id, title, "arxiv");
    Element authors = part(about, ".list-authors");
    draft.authors = authors == null ? List.of() : Clean.texts(authors.select("a").eachText());
    draft.abstractText = text(about, "p.mathjax");
    String primary = text(about, ".primary-subject");
    String subjects = text(about, ".list-subjects");
    draft.categories =
        ArxivTerms.categories(
            primary == null ? null : codes(primary).stream().findFirst().orElse(null),
            subjects == null ? List.of() : codes(subjects));
    draft.url = ArxivTerms.page(id);
    papers.add(draft.paper());
    announced.add(announced(heading, entry.text()));
  }

  private static @Nullable String text(Element about, String name) {
    Element part = part(about, name);
    return part == null ? null : Clean.text(part.text());
  }

  /** A part of an entry by itself: where a tag is not closed those that follow stand inside it. */
  private static @Nullable Element part(Element about, String name) {
    Element part = about.selectFirst(name);
    if (part == null) {
      return null;
    }
    Element bare = part.clone();
    bare.children().select(".descriptor, [class^=list-], div, p").remove();
    if (name.equals(".list-title")) {
      // A title has no links; those of the authors are inside where its own end is damaged.
      bare.children().select("a").remove();
    }
    return bare;
  }

  private static List<String> codes(String subjects) {
    return CODE.matcher(subjects).results().map((MatchResult code) -> code.group(1)).toList();
  }

  private static String announced(String heading, String entry) {
    String section = heading.toLowerCase(Locale.ROOT);
    if (section.startsWith("new")) {
      return "new";
    }
    if (section.startsWith("cross")) {
      return "cross";
    }
    boolean cross = entry.contains("cross-list");
    return section.startsWith("replace") ? cross ? "replace-cross" : "replace" : "";
  }
}
