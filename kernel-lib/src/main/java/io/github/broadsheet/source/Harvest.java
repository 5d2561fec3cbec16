package io.github.broadsheet.source;

import io.github.broadsheet.display.Progress;
import io.github.broadsheet.http.Client;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A long stretch of arXiv's catalogue, copied the way arXiv wants it (OAI-PMH): by set and by the
 * day of the last change, month after month, 3 seconds between requests. Each answer is on disk
 * before the next is asked for, so that a harvest that was interrupted goes on where it was; months
 * that are over are kept and not asked for again.
 */
public final class Harvest {
  private static final Set<String> GROUPS =
      Set.of("cs", "econ", "eess", "math", "physics", "q-bio", "q-fin", "stat");
  private static final Pattern SET = Pattern.compile("[a-z-]+(:[A-Za-z-]+){1,2}");

  private final Client client;
  private final Clock clock;
  private final Path folder;

  /** Over this client; what arrives is kept in this folder. */
  public Harvest(Client client, Clock clock, Path folder) {
    this.client = client;
    this.clock = clock;
    this.folder = folder;
  }

  /** Over the client of this process, in its folder. */
  public static Harvest shared() {
    Client client = Client.shared();
    return new Harvest(client, Clock.systemUTC(), client.settings().home().resolve("harvest"));
  }

  /**
   * The papers of a category or archive that were new or changed in these days, each once.
   *
   * @throws IllegalArgumentException if arXiv has no such set
   */
  public Listing of(String category, LocalDate from, LocalDate to) {
    return of(category, from, to, Arrivals.NOBODY);
  }

  /** The same, told of answer by answer. */
  public Listing of(String category, LocalDate from, LocalDate to, Arrivals arrivals) {
    String set = set(category);
    Merge merge = new Merge();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try (Progress progress = Progress.of("arXiv harvest of " + category, -1)) {
      Fetcher fetcher = new Fetcher(client, progress, arrivals);
      for (LocalDate start = from; !start.isAfter(to); ) {
        LocalDate last = YearMonth.from(start).atEndOfMonth();
        LocalDate end = last.isBefore(to) ? last : to;
        HarvestPart part = new HarvestPart(folder.resolve(set.replace(':', '-')), set, start, end);
        // What is not over can still grow.
        merge.add(part.listing(fetcher, merge.size(), end.isBefore(today)));
        start = end.plusDays(1);
      }
    }
    Listing listing = merge.listing();
    return listing.papers().isEmpty() && listing.notes().isEmpty()
        ? listing.noted(
            "arXiv changed nothing in "
                + category
                + " from "
                + from
                + " to "
                + to
                + ". A harvest goes by the day of the last change, not of the submission.")
        : listing;
  }

  /** arXiv's name of a set: group, archive, category. */
  static String set(String category) {
    String code = category.strip();
    if (SET.matcher(code).matches() || GROUPS.contains(code)) {
      return code;
    }
    code = ArxivTerms.spelling(code);
    if (!ArxivTerms.isCategory(code)) {
      throw new IllegalArgumentException(
          "arXiv has no set \""
              + category
              + "\". One is a category or an archive: \"cs.CL\", \"cs\", \"hep-th\".");
    }
    String archive = code.replaceFirst("\\..*", "");
    String group = GROUPS.contains(archive) ? archive : "physics";
    return group + ":" + code.replace('.', ':');
  }
}
