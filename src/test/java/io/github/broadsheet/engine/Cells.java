package io.github.broadsheet.engine;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A session of its own for each test, and words to write cells with. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class Cells {
  final Session session = Session.open();
  Transcript io = new Transcript();
  private int number;

  @AfterEach
  void close() {
    session.close();
  }

  /** Runs a cell, with a new transcript. */
  Outcome run(String code) {
    io = new Transcript();
    return session.evaluate(new Cell(++number, code), io);
  }

  /** The text of the cell's value; null if it shows none. */
  @Nullable String value(String code) {
    Outcome outcome = run(code);
    if (outcome instanceof Outcome.Done done) {
      return done.bundle() == null ? null : Objects.toString(done.bundle().get("text/plain"));
    }
    throw new AssertionError(text((Outcome.Failed) outcome));
  }

  Outcome.Failed failure(String code) {
    if (run(code) instanceof Outcome.Failed failed) {
      return failed;
    }
    throw new AssertionError("did not fail: " + code);
  }

  /** The traceback without its colours. */
  static String text(Outcome.Failed failed) {
    return String.join("\n", failed.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
  }
}
