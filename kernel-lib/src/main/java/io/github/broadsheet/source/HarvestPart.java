package io.github.broadsheet.source;

import static java.util.stream.Collectors.toSet;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.http.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of a harvest, of a month at most. While it is under way its answers lie in a folder, one
 * file each, with the token that asks for the next; when it is whole it is one file.
 */
final class HarvestPart {
  private static final String NEXT = "next";
  private static final String END = "-";
  private static final String PAGE = "page-%05d.jsonl.gz";

  private final String set;
  private final LocalDate from;
  private final LocalDate to;
  private final Path pages;
  private final Path whole;

  HarvestPart(Path folder, String set, LocalDate from, LocalDate to) {
    this.set = set;
    this.from = from;
    this.to = to;
    pages = folder.resolve(from + "_" + to + ".part");
    whole = folder.resolve(from + "_" + to + ".jsonl.gz");
  }

  /**
   * The papers of these days, from disk as far as they are there.
   *
   * @param before how many papers came before, for the bar
   * @param keep whether the part may be kept when it is whole
   */
  Listing listing(Fetcher fetcher, int before, boolean keep) {
    try (HarvestLock lock = HarvestLock.of(Path.of(whole + ".lock"), fetcher)) {
      if (Files.exists(whole)) {
        Listing listing = Listing.of(papers(whole));
        fetcher.found(listing);
        return listing;
      }
      Files.createDirectories(pages);
      List<String> notes = new ArrayList<>();
      fetch(fetcher, before, notes);
      List<Paper> papers = papers();
      if (keep) {
        PaperFile.write(PaperTable.of("harvest", papers), whole);
      }
      delete();
      return new Listing(papers, notes);
    } catch (IOException | UncheckedIOException e) {
      throw new PapersException(
          "The harvest cannot be kept in " + pages.getParent() + ": " + e.getMessage(), e);
    }
  }

  private void fetch(Fetcher fetcher, int before, List<String> notes) throws IOException {
    Listing there = Listing.of(papers());
    fetcher.found(there);
    int done = before + there.papers().size();
    Set<String> last = Set.of();
    for (boolean restarted = false; ; ) {
      String token = token();
      if (token.equals(END)) {
        return;
      }
      int number = number();
      fetcher.step(done, from.toString().substring(0, 7) + ", answer " + (number + 1));
      OaiPage page = ask(fetcher, token);
      if (page.expired()) {
        if (restarted) {
          throw new PapersException(
              "arXiv did not accept its own mark for going on with "
                  + set
                  + ", twice. Run this"
                  + " again in an hour: the months before "
                  + from
                  + " are kept.",
              null);
        }
        // Its marks hold for a day: this part begins anew, those before it are kept.
        restarted = true;
        delete();
        Files.createDirectories(pages);
        done = before;
        continue;
      }
      Set<String> ids = page.listing().papers().stream().map(Paper::id).collect(toSet());
      if (!token.isEmpty() && page.next().equals(token) && ids.equals(last)) {
        throw new PapersException(
            "arXiv gives the same answer of the harvest of "
                + set
                + " again and again. Run this again in an hour: what came before is kept.",
            null);
      }
      last = ids;
      for (String note : page.listing().notes()) {
        notes.add(from.toString().substring(0, 7) + " answer " + (number + 1) + ": " + note);
      }
      PaperFile.write(
          PaperTable.of("harvest", page.listing().papers()),
          pages.resolve(PAGE.formatted(number + 1)));
      note(page.next().isEmpty() ? END : page.next(), number + 1);
      fetcher.arrived(page.listing());
      done += page.listing().papers().size();
    }
  }

  private OaiPage ask(Fetcher fetcher, String token) {
    // The set physics:hep-th is hep-th to a reader, cs:cs:CL is cs.CL.
    String category = set.substring(set.indexOf(':') + 1).replace(':', '.');
    String what = "the harvest of " + category + " from " + from + " to " + to;
    Object[] query =
        token.isEmpty()
            ? new Object[] {
              "verb",
              "ListRecords",
              "metadataPrefix",
              "arXiv",
              "set",
              set,
              "from",
              from,
              "until",
              to
            }
            : new Object[] {"verb", "ListRecords", "resumptionToken", token};
    return fetcher.read(Service.ARXIV_OAI, what, OaiPage::read, "/oai", query);
  }

  /** How many answers are there, and below it the token: written in one step, after the answer. */
  private void note(String token, int number) throws IOException {
    Path unfinished = pages.resolve(NEXT + ".tmp");
    Files.writeString(unfinished, number + "\n" + token);
    Files.move(
        unfinished,
        pages.resolve(NEXT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private String[] noted() throws IOException {
    try {
      String[] lines = Files.readString(pages.resolve(NEXT)).split("\n", 2);
      return lines.length == 2 && lines[0].matches("\\d{1,6}") ? lines : new String[] {"0", ""};
    } catch (NoSuchFileException e) {
      return new String[] {"0", ""};
    }
  }

  private String token() throws IOException {
    return noted()[1];
  }

  private int number() throws IOException {
    return Integer.parseInt(noted()[0]);
  }

  private List<Paper> papers() throws IOException {
    Merge merge = new Merge();
    for (int number = 1; number <= number(); number++) {
      merge.add(Listing.of(papers(pages.resolve(PAGE.formatted(number)))));
    }
    return merge.listing().papers();
  }

  private static List<Paper> papers(Path file) {
    return PaperTable.papers(PaperFile.read(file, null).table());
  }

  private void delete() throws IOException {
    try (Stream<Path> files = Files.walk(pages)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
