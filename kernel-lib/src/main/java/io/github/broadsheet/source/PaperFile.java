package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Papers in files: whatever holds a listing is read, and a table is written so that it returns. */
public final class PaperFile {
  private static final String KINDS =
      "JSON of Hugging Face's API, a saved page of huggingface.co/papers or the text copied from"
          + " it, a saved listing page of arXiv, an arXiv Atom feed, JSON lines (from Papers.write, or of an arXiv dump), CSV with"
          + " a column such as title, or BibTeX; any of them may be gzipped";
  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\.json(?:\\.gz)?");

  static final String CUT =
      "The packed file breaks off: what is here was before that, the rest is lost. Fetch or save"
          + " it again to have all.";

  private interface Form {
    void write(Table table, Writer writer) throws IOException;
  }

  private PaperFile() {}

  /**
   * The table in a file. What kind of file it is shows in its content, whatever its name. A file
   * that {@link #write} made comes back as it was: the same columns, types and values. All others
   * give the columns of a listing, and what they do not say is missing; where they say no {@code
   * fetched_at}, it is missing too. Hugging Face's JSON comes most upvoted first, all else in the
   * order of the file.
   *
   * @param asOf the day the file was made: the list day of Hugging Face's JSON where it says none
   *     (otherwise a name like {@code 2024-05-27.json} does), and the day from which dates of a
   *     copied text without a year get theirs; null if not known
   * @throws PapersException if there is no such file, or it holds no listing, or it is broken: with
   *     what was expected and found, and what to do
   */
  public static ReadTable read(Path path, @Nullable LocalDate asOf) {
    Path file = path.toAbsolutePath().normalize();
    if (Files.isDirectory(file)) {
      throw new PapersException(
          file + " is a folder, not a file. " + files(file) + "Give the path of one file.", null);
    }
    if (!Files.exists(file)) {
      throw absent(file);
    }
    try (FileText text = FileText.open(file)) {
      refuseTooLarge(file, text);
      return read(file, text, asOf);
    } catch (PapersException e) {
      throw new PapersException("Cannot read " + file + ". " + e.getMessage(), e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static PapersException absent(Path file) {
    return new PapersException(
        "There is no file "
            + file
            + ". A relative path starts in "
            + Path.of("").toAbsolutePath()
            + ".",
        null);
  }

  static PapersException unreadable(Path file, IOException e) {
    return new PapersException(
        "Cannot read " + file + ": " + reason(e) + ". Check that it is complete and readable.", e);
  }

  /** The table in a text that has this name as a file. */
  static ReadTable read(Path file, FileText text, @Nullable LocalDate asOf) throws IOException {
    ReadTable read = readable(table(file, text, asOf));
    return text.isCut() ? read.noted(CUT) : read;
  }

  private static String files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      String some =
          files
              .map(file -> file.getFileName().toString())
              .sorted()
              .limit(5)
              .collect(Collectors.joining(", "));
      return some.isEmpty() ? "It is empty. " : "It holds " + some + ". ";
    } catch (IOException e) {
      return "";
    }
  }

  private static ReadTable table(Path file, FileText text, @Nullable LocalDate asOf)
      throws IOException {
    String name = file.getFileName().toString();
    String head = text.head();
    if (head.isBlank() || text.binary() != null) {
      throw unknown(text.binary() != null ? text.binary() : "nothing: the file is empty");
    }
    if (JsonFile.fits(head)) {
      ReadTable read = JsonFile.read(name, text, asOf != null ? asOf : dayInName(name));
      if (read == null) {
        throw unknown("JSON that starts " + Remarks.quote(head));
      }
      return read;
    }
    if (head.stripLeading().startsWith("<")) {
      return isXml(head)
          ? ReadTable.of(name, AtomFeed.readFile(text.all().strip()))
          : SavedPage.readFile(name, text.all(), asOf);
    }
    if (Csv.fits(head)) {
      return Csv.read(name, text.all());
    }
    if (BibTex.fits(head)) {
      return ReadTable.of(name, BibTex.read(text.all()));
    }
    String all = text.all();
    if (!PageText.fits(all)) {
      throw unknown("text that starts " + Remarks.quote(all));
    }
    return ReadTable.of(name, PageText.read(all, asOf, LocalDate.now(ZoneOffset.UTC)));
  }

  /** A dump that cannot fit into memory would end in an error that names no way out. */
  private static void refuseTooLarge(Path file, FileText text) {
    long most = Runtime.getRuntime().maxMemory();
    if (text.size() > most && JsonFile.isArxivDump(text.head())) {
      throw new PapersException(
          "It holds %,d MB, more than the %,d MB of memory there are. Choose what you need while it is"
                  .formatted(text.size() >> 20, most >> 20)
              + " read: Papers.read(\""
              + file.getFileName()
              + "\", in(\"cs.CL\").and(since(\"2020-01-01\"))).",
          null);
    }
  }

  private static boolean isXml(String head) {
    String start = head.stripLeading().toLowerCase(Locale.ROOT);
    return (start.startsWith("<?xml") || start.startsWith("<feed") || start.startsWith("<rss"))
        && !start.contains("<html");
  }

  private static @Nullable LocalDate dayInName(String name) {
    Matcher day = DAY.matcher(name);
    return day.matches() ? Clean.day(day.group(1)) : null;
  }

  /** What was read, unless there was something to read and none of it could be. */
  private static ReadTable readable(ReadTable read) {
    if (read.table().isEmpty() && !read.notes().isEmpty()) {
      throw new PapersException(
          "No record of it could be read: " + String.join(" ", read.notes()), null);
    }
    return read;
  }

  private static PapersException unknown(String found) {
    return new PapersException(
        "It holds no listing. Expected "
            + KINDS
            + ". Found "
            + found
            + ". Check that this is the file you meant.",
        null);
  }

  /**
   * Writes a table, whole or not at all: CSV ({@code .csv}), JSON lines ({@code .jsonl}), BibTeX
   * ({@code .bib}), RIS ({@code .ris}) or a list in Markdown ({@code .md}) by the ending of the
   * name, gzipped if {@code .gz} follows. A file that is there is replaced.
   *
   * <p>{@link #read} gives a CSV or JSON lines file back equal, ids and further columns included.
   * Where types could be mistaken the file begins with a line that says them. Nothing is done to
   * text that a spreadsheet would take for a formula ({@code =1+1}): all text is in quotes, and
   * should be imported as text. BibTeX and RIS keep what they know of a paper; Markdown is for
   * reading.
   *
   * @throws IllegalArgumentException if the name has another ending, or the table no columns
   * @throws PapersException if it cannot be written; a file that was there is then unchanged
   */
  public static void write(Table table, Path path) {
    Path file = path.toAbsolutePath().normalize();
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    String ending = name.toLowerCase(Locale.ROOT);
    boolean gzip = ending.endsWith(".gz");
    Form form = form(gzip ? ending.substring(0, ending.length() - 3) : ending, name);
    if (table.columnCount() == 0) {
      throw new IllegalArgumentException(
          "There is nothing to write to " + file + ": the table has no columns.");
    }
    Path folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new PapersException(
          "Cannot write %s: there is no folder %s. Make it first, in a cell: Files.createDirectories(Path.of(\"%s\"))"
              .formatted(file, folder, folder),
          null);
    }
    Path unfinished = file.resolveSibling("." + name + "." + UUID.randomUUID() + ".tmp");
    try {
      try (Writer writer = writer(unfinished, gzip)) {
        form.write(table, writer);
      }
      move(unfinished, file);
    } catch (IOException e) {
      throw new PapersException(
          "Cannot write "
              + file
              + ": "
              + reason(e)
              + ". Check that the folder exists and may be written to.",
          e);
    } finally {
      delete(unfinished);
    }
  }

  private static Form form(String ending, String name) {
    if (ending.endsWith(".csv")) {
      return Csv::write;
    }
    if (ending.endsWith(".jsonl")) {
      return JsonLines::write;
    }
    if (ending.endsWith(".bib")) {
      return BibTex::write;
    }
    if (ending.endsWith(".ris")) {
      return Ris::write;
    }
    if (ending.endsWith(".md")) {
      return PaperList::write;
    }
    throw new IllegalArgumentException(
        "Cannot tell the kind of file from the name "
            + Remarks.quote(name)
            + ". Expected .csv, .jsonl, .bib, .ris or .md at its end, or one of these and .gz.");
  }

  private static Writer writer(Path file, boolean gzip) throws IOException {
    OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    return new OutputStreamWriter(gzip ? new GZIPOutputStream(out) : out, StandardCharsets.UTF_8);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      // The failure that left it is already on its way.
    }
  }

  private static String reason(IOException e) {
    String kind = e.getClass().getSimpleName().replace("Exception", "");
    return e.getMessage() == null ? kind : kind + ", " + e.getMessage();
  }
}
