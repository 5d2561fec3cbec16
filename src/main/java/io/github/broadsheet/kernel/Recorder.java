package io.github.broadsheet.kernel;

import io.github.broadsheet.protocol.History;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The history on a thread of its own, in the order of the cells: no cell waits for a disk. */
final class Recorder {
  private static final int PATIENCE_S = 1;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "broadsheet-history");
            made.setDaemon(true);
            return made;
          });
  private final CompletableFuture<PastCells> past;

  /** With what opens the history, on that thread. */
  Recorder(Supplier<PastCells> opened) {
    past = CompletableFuture.supplyAsync(opened, thread);
  }

  /** A cell that starts. */
  void add(int line, String code) {
    past.thenAcceptAsync(cells -> cells.add(line, code), thread);
  }

  /** The value of a cell, as text. */
  void result(int line, @Nullable Object text) {
    past.thenAcceptAsync(cells -> cells.result(line, text), thread);
  }

  /** What a client asks for, with all that was added before. */
  List<History.Entry> find(History.Request request) {
    return past.thenApplyAsync(cells -> cells.find(request), thread).join();
  }

  /** Waits until all is written, but not for a disk that hangs; whether it is. */
  boolean close() throws InterruptedException {
    thread.shutdown();
    return thread.awaitTermination(PATIENCE_S, TimeUnit.SECONDS);
  }
}
