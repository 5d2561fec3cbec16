package io.github.broadsheet.kernel;

import java.util.Map;
import java.util.Optional;

/** The Jupyter server that started this process, if one did. */
final class Parent {
  private static final long BETWEEN_LOOKS_MS = 1_000;

  private Parent() {}

  /**
   * Calls when the server is gone, so that no kernel is left behind that nobody can reach.
   *
   * @param environment where a server on this machine leaves {@code JPY_PARENT_PID}; one elsewhere
   *     does not, and then this process belongs to somebody else
   */
  static void onExit(Map<String, String> environment, Runnable gone) {
    if (!environment.containsKey("JPY_PARENT_PID")) {
      return;
    }
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    parent.ifPresentOrElse(process -> watch(process, gone), gone);
  }

  /**
   * Once a second. Of a process that is not its child Java, too, can only ask; its own waiting
   * begins with three times a second, and ends with once in five.
   */
  private static void watch(ProcessHandle process, Runnable gone) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (process.isAlive()) {
                  Thread.sleep(BETWEEN_LOOKS_MS);
                }
                gone.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "broadsheet-parent");
    thread.setDaemon(true);
    thread.start();
  }
}
