package io.github.broadsheet.source;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids and categories as <a href="https://info.arxiv.org/help/arxiv_identifier.html">arXiv</a> forms
 * them.
 */
public final class ArxivTerms {
  private static final Pattern ID =
      Pattern.compile(
          "(?i)(?:(?:https?://)?(?:[a-z.]+\\.)?arxiv\\.org/(?:abs|pdf|html)/"
              + "|(?:https?://)?(?:huggingface\\.co|hf\\.co)/papers/"
              + "|(?:https?://)?(?:dx\\.)?doi\\.org/10\\.48550/arxiv\\.|10\\.48550/arxiv\\."
              + "|oai:arxiv\\.org:|arxiv:\\s*)?"
              + "(?:(\\d{4}\\.\\d{4,5})|([a-z-]+)(?:\\.[a-z-]+)?(/\\d{7}))(?:v\\d+)?(?:\\.pdf)?");

  /** The archives of today, then those that were merged into them. */
  private static final Pattern CATEGORY =
      Pattern.compile(
          "(?:astro-ph|cond-mat|cs|econ|eess|gr-qc|hep-(?:ex|lat|ph|th)|math|math-ph|nlin"
              + "|nucl-(?:ex|th)|physics|q-bio|q-fin|quant-ph|stat|test"
              + "|acc-phys|adap-org|alg-geom|ao-sci|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg"
              + "|comp-gas|dg-ga|funct-an|mtrl-th|patt-sol|plasm-ph|q-alg|solv-int|supr-con)"
              + "(?:\\.[A-Za-z]{2}|\\.[a-z]+(?:-[a-z]+)*)?");

  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();
  private static final int MOST_KNOWN = 1_000;

  private ArxivTerms() {}

  /** The id, old or new, in an id, DOI or address, without version; null where there is none. */
  public static @Nullable String id(@Nullable String text) {
    String id = Clean.text(text);
    if (id == null || isBare(id)) {
      return id;
    }
    Matcher matcher = ID.matcher(id);
    if (!matcher.matches()) {
      return null;
    }
    // Until 2007 an id began with the archive; a subject class behind it says nothing more.
    return matcher.group(1) != null
        ? matcher.group(1)
        : matcher.group(2).toLowerCase(Locale.ROOT) + matcher.group(3);
  }

  /** Whether this is an id of today and nothing else, as most are. */
  private static boolean isBare(String id) {
    if (id.length() < 9 || id.length() > 10 || id.charAt(4) != '.') {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (i != 4 && (id.charAt(i) < '0' || id.charAt(i) > '9')) {
        return false;
      }
    }
    return true;
  }

  /** The arXiv categories among some subject codes, the primary one first. */
  static List<String> categories(@Nullable String primary, Collection<String> codes) {
    Set<String> categories = new LinkedHashSet<>();
    if (primary != null && isCategory(primary)) {
      categories.add(primary);
    }
    for (String code : codes) {
      if (isCategory(code)) {
        categories.add(code);
      }
    }
    return List.copyOf(categories);
  }

  /** Whether this is a category, or an archive of some, in arXiv's spelling. */
  static boolean isCategory(String code) {
    if (KNOWN.contains(code)) {
      return true;
    }
    boolean is = CATEGORY.matcher(code).matches();
    // Of categories there are some two hundred; a file of nonsense must not fill the memory.
    if (is && KNOWN.size() < MOST_KNOWN) {
      KNOWN.add(code);
    }
    return is;
  }

  /** A category as arXiv writes it, whatever case a reader wrote it in. */
  static String spelling(String category) {
    String code = category.strip().toLowerCase(Locale.ROOT);
    int dot = code.indexOf('.');
    // Subjects of two letters are capitals (cs.CL, astro-ph.CO), longer ones are not.
    return dot == code.length() - 3 && dot > 0
        ? code.substring(0, dot) + code.substring(dot).toUpperCase(Locale.ROOT)
        : code;
  }

  /** The page of a paper at arXiv. */
  static String page(String id) {
    return "https://arxiv.org/abs/" + id;
  }
}
