package io.github.broadsheet.kernel;

import io.github.broadsheet.engine.Session;
import java.util.function.Supplier;

/**
 * Loads what later requests will need, when the reader has nothing to do for the kernel: not while
 * the first cell runs, which would then come later.
 */
final class Warmup {
  private static final long QUIET_MS = 100;
  private static final long AT_THE_LATEST_MS = 2_000;

  private Warmup() {}

  static void start(Desk desk, Session session, Supplier<Language> language) {
    Thread thread =
        new Thread(
            () -> {
              try {
                if (desk.awaitQuiet(QUIET_MS, AT_THE_LATEST_MS)) {
                  session.warmTables();
                  desk.awaitQuiet(QUIET_MS, AT_THE_LATEST_MS);
                }
                if (Session.hasRoom()) {
                  language.get().warmUp(); // asked for while a long cell runs, too
                }
                // A class that starts while a cell fills the memory could not be used any more.
                desk.awaitQuiet(QUIET_MS, Integer.MAX_VALUE);
                session.warmTables();
                session.warmDeclarations();
                session.warm();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "broadsheet-warmup");
    // What fails here fails again where it is needed, and is said there; or the kernel is ending.
    thread.setUncaughtExceptionHandler((failed, e) -> {});
    thread.setDaemon(true);
    thread.start();
  }
}
