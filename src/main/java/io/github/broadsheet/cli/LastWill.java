package io.github.broadsheet.cli;

import java.util.concurrent.TimeUnit;

/** What a kernel leaves behind however it ends, by an order or a signal: nothing. */
final class LastWill {
  private static final long PATIENCE_S = 3;

  private LastWill() {}

  /** Ends the processes that cells have started, and waits for no hook of theirs. */
  static void register() {
    Runtime.getRuntime().addShutdownHook(new Thread(LastWill::carryOut, "broadsheet-end"));
  }

  private static void carryOut() {
    Thread limit =
        new Thread(
            () -> {
              try {
                TimeUnit.SECONDS.sleep(PATIENCE_S);
                Runtime.getRuntime().halt(0);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "broadsheet-end-limit");
    limit.setDaemon(true);
    limit.start();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }
}
