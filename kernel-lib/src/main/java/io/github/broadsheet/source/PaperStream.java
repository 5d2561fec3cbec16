package io.github.broadsheet.source;

import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * A file too large for memory, a few thousand records at a time: what a filter does not choose is
 * forgotten at once.
 */
public final class PaperStream {
  private static final int BATCH = 250;
  private static final int MEGABYTE = 1 << 20;

  private final FileText text;
  private final Progress progress;
  private final Function<Table, Selection> filter;
  private final Set<String> columns;
  private final Remarks remarks = new Remarks();
  private final List<Paper> looked = new ArrayList<>(BATCH);
  private final List<ByteLines> batch = new ArrayList<>(BATCH);
  private Table chosen;
  private int place;

  private PaperStream(
      String name,
      FileText text,
      Progress progress,
      Function<Table, Selection> filter,
      @Nullable Set<String> columns) {
    this.text = text;
    this.columns = columns == null ? PaperTable.COLUMN_NAMES : columns;
    this.progress = progress;
    this.filter = filter;
    this.chosen = PaperTable.of(name, List.of());
  }

  /**
   * The papers of a file that the filter chooses, in the order of the file. Lines of an arXiv dump
   * are streamed; a file of another kind is read whole, then filtered.
   *
   * @param columns those the filter looks at, so that no others are made of what it does not
   *     choose; null if nobody knows
   * @param stopped is given what was chosen if the reader interrupts
   * @throws PapersException as {@link PaperFile#read} does
   */
  public static ReadTable read(
      Path path,
      Function<Table, Selection> filter,
      @Nullable Set<String> columns,
      Consumer<ReadTable> stopped) {
    Path file = path.toAbsolutePath().normalize();
    if (Files.isRegularFile(file)) {
      try (FileText text = FileText.open(file)) {
        if (text.binary() == null && JsonFile.isArxivDump(text.head())) {
          return read(file.getFileName().toString(), text, filter, columns, stopped);
        }
      } catch (IOException e) {
        throw PaperFile.unreadable(file, e);
      }
    }
    ReadTable whole = PaperFile.read(file, null);
    return new ReadTable(whole.table().where(filter), whole.notes());
  }

  private static ReadTable read(
      String name,
      FileText text,
      Function<Table, Selection> filter,
      @Nullable Set<String> columns,
      Consumer<ReadTable> stopped)
      throws IOException {
    try (Progress progress = Progress.of("Reading " + name + " (MB)", text.size() / MEGABYTE)) {
      PaperStream stream = new PaperStream(name, text, progress, filter, columns);
      try {
        return stream.table();
      } catch (CancellationException e) {
        stopped.accept(stream.part());
        throw e;
      } catch (OutOfMemoryError e) {
        throw stream.tooMany(e);
      }
    }
  }

  private ReadTable table() throws IOException {
    ByteLines lines = text.lines();
    while (lines.next()) {
      place = lines.place();
      Paper paper = ArxivRecord.quick(lines, columns);
      if (paper == null) {
        paper = ArxivRecord.read(lines.tree(), place, remarks);
      }
      if (paper != null) {
        looked.add(paper);
        batch.add(lines.copy());
      }
      if (batch.size() == BATCH) {
        choose();
      }
    }
    choose();
    ReadTable read = new ReadTable(chosen, remarks.notes(place));
    return text.isCut() ? read.noted(PaperFile.CUT) : read;
  }

  private PapersException tooMany(OutOfMemoryError e) {
    int rows = chosen.rowCount();
    chosen = PaperTable.of("", List.of());
    return new PapersException(
        "The papers chosen do not fit into the %,d MB of memory: there were %,d of the first %,d. Choose fewer, such as with .and(since(\"2024-01-01\")), or give Java more: BROADSHEET_JAVA_OPTS=-Xmx4g."
            .formatted(Runtime.getRuntime().maxMemory() >> 20, rows, place),
        e);
  }

  private ReadTable part() {
    return new ReadTable(
        chosen,
        List.of(
            "A part: %,d papers chosen of the first %,d. The same call reads all of the file."
                .formatted(chosen.rowCount(), place)));
  }

  private void choose() throws IOException {
    List<Paper> fitting = new ArrayList<>();
    for (int row : filter.apply(PaperTable.of("batch", looked, columns))) {
      Paper paper = ArxivRecord.read(batch.get(row), remarks);
      if (paper != null) {
        fitting.add(paper);
      }
    }
    chosen.append(PaperTable.of("chosen", fitting));
    looked.clear();
    batch.clear();
    progress.step(
        text.done() / MEGABYTE, "%,d of %,d papers chosen".formatted(chosen.rowCount(), place));
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Stopped after " + place + " papers.");
    }
  }
}
