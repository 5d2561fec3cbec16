package io.github.broadsheet.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.broadsheet.PapersException;
import io.github.broadsheet.display.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

/**
 * A file too large for memory, a few thousand records at a time: what a filter does not choose is
 * forgotten at once.
 */
public final class PaperStream {
  private static final int BATCH = 2_000;
  private static final int MEGABYTE = 1 << 20;
  private static final ObjectReader JSON = JsonMapper.builder().build().reader();

  private final FileText text;
  private final Counted bytes;
  private final Progress progress;
  private final Function<Table, Selection> filter;
  private final Remarks remarks = new Remarks();
  private final List<Paper> batch = new ArrayList<>(BATCH);
  private Table chosen;
  private int place;

  private PaperStream(
      String name,
      FileText text,
      Counted bytes,
      Progress progress,
      Function<Table, Selection> filter) {
    this.text = text;
    this.bytes = bytes;
    this.progress = progress;
    this.filter = filter;
    this.chosen = PaperTable.of(name, List.of());
  }

  /**
   * The papers of a file that the filter chooses, in the order of the file. Lines of an arXiv dump
   * are streamed; a file of another kind is read whole, then filtered.
   *
   * @throws PapersException as {@link PaperFile#read} does
   */
  public static ReadTable read(
      Path path, Function<Table, Selection> filter, Consumer<ReadTable> stopped) {
    Path file = path.toAbsolutePath().normalize();
    if (Files.isRegularFile(file)) {
      try (Counted bytes = new Counted(Files.newInputStream(file));
          FileText text = FileText.open(bytes)) {
        if (text.binary() == null && JsonFile.isArxivDump(text.head())) {
          String name = file.getFileName().toString();
          try (Progress progress =
              Progress.of("Reading " + name + " (MB)", Files.size(file) / MEGABYTE)) {
            PaperStream stream = new PaperStream(name, text, bytes, progress, filter);
            try {
              return stream.table();
            } catch (CancellationException e) {
              stopped.accept(stream.part());
              throw e;
            }
          }
        }
      } catch (IOException e) {
        throw PaperFile.unreadable(file, e);
      }
    }
    ReadTable whole = PaperFile.read(file, null);
    return new ReadTable(whole.table().where(filter), whole.notes());
  }

  private ReadTable table() throws IOException {
    for (String line; (line = text.reader().readLine()) != null; ) {
      if (!line.isBlank()) {
        Paper paper = ArxivRecord.read(record(line), ++place, remarks);
        if (paper != null) {
          batch.add(paper);
        }
        if (batch.size() == BATCH) {
          choose();
        }
      }
    }
    choose();
    ReadTable read = new ReadTable(chosen, remarks.notes(place));
    return text.isCut() ? read.noted(PaperFile.CUT) : read;
  }

  private ReadTable part() {
    return new ReadTable(
        chosen,
        List.of(
            "A part: %,d papers chosen of the first %,d. The same call reads all of the file."
                .formatted(chosen.rowCount(), place)));
  }

  private static JsonNode record(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(line);
    }
  }

  private void choose() {
    Table papers = PaperTable.of("batch", batch);
    chosen.append(papers.where(filter));
    batch.clear();
    progress.step(
        bytes.count / MEGABYTE, "%,d of %,d papers chosen".formatted(chosen.rowCount(), place));
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("Stopped after " + place + " papers.");
    }
  }

  /** A stream that knows how far it is. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
