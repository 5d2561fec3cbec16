package io.github.broadsheet.magic;

import io.github.broadsheet.engine.CommandException;
import io.github.broadsheet.engine.Step;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code %%bash}: the lines below to the shell, with what it prints as it prints it. */
final class Shell {
  private static final List<Path> SHELLS = List.of(Path.of("/bin/bash"), Path.of("/bin/sh"));

  /** For output that the system still holds when the shell has ended. */
  private static final long DRAIN_MILLIS = 1000;

  private final Variables variables;

  Shell(Variables variables) {
    this.variables = variables;
  }

  static boolean isThere() {
    return SHELLS.stream().anyMatch(Files::isExecutable);
  }

  List<Step> run(Call call) throws IOException, InterruptedException {
    Path shell = SHELLS.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    ProcessBuilder builder = new ProcessBuilder(shell.toString(), "-c", call.magic().body());
    builder.environment().putAll(variables.set());
    builder.redirectInput(new File("/dev/null"));
    Process process = builder.start();
    try {
      // Threads of the cell: what they print is the cell's.
      Thread out = copy(process.inputReader(StandardCharsets.UTF_8), System.out);
      Thread err = copy(process.errorReader(StandardCharsets.UTF_8), System.err);
      int code = process.waitFor();
      out.join(DRAIN_MILLIS);
      err.join(DRAIN_MILLIS);
      if (code != 0) {
        throw new CommandException(
            "ShellError", "the shell ended with exit code " + code + "; 0 is success");
      }
      return List.of();
    } finally {
      Stream.concat(process.descendants(), Stream.of(process.toHandle()))
          .toList()
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static Thread copy(Reader from, PrintStream to) {
    Thread thread =
        new Thread(
            () -> {
              try (from) {
                char[] buffer = new char[8192];
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                  to.print(new String(buffer, 0, n));
                }
              } catch (IOException e) {
                // The shell was stopped: there is no more to read.
              }
            },
            "shell output");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
