package io.github.broadsheet.magic;

import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.Outcome;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.engine.Transcript;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A session for each test, and words to write cells with. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
abstract class MagicCells {
  @TempDir Path folder = Path.of("");
  final Session session = Session.open();
  final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/reader"));
  private @Nullable Evaluator evaluator;
  volatile Transcript io = new Transcript();
  private int number;

  @AfterEach
  void close() {
    session.close();
  }

  /** No Maven of this machine. */
  MavenSettings maven() {
    return new MavenSettings(folder.resolve("settings.xml"), folder.resolve("local"));
  }

  Outcome run(String code) {
    io = new Transcript();
    if (evaluator == null) {
      evaluator =
          new Evaluator(
              session,
              new Variables(() -> environment),
              maven(),
              words -> "shared " + words + "\n");
    }
    return evaluator.evaluate(new Cell(++number, code), io);
  }

  /** The text of the cell's value; null if it shows none. */
  @Nullable String value(String code) {
    Outcome outcome = run(code);
    if (outcome instanceof Outcome.Done done) {
      return done.bundle() == null ? null : Objects.toString(done.bundle().get("text/plain"));
    }
    throw new AssertionError(text((Outcome.Failed) outcome));
  }

  /** What the cell printed. */
  String printed(String code) {
    value(code);
    return io.both();
  }

  Outcome.Failed failure(String code) {
    if (run(code) instanceof Outcome.Failed failed) {
      return failed;
    }
    throw new AssertionError("did not fail: " + code);
  }

  /** The traceback of a cell that fails, without its colours. */
  String traceback(String code) {
    return text(failure(code));
  }

  private static String text(Outcome.Failed failed) {
    return String.join("\n", failed.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
  }
}
