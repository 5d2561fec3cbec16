package io.github.broadsheet.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** One session for the tests of a class, and words to write cells with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
abstract class Cells {
  final Session session = Session.open();
  volatile Transcript io = new Transcript();
  private int number;

  @AfterAll
  void close() {
    session.close();
  }

  /** Runs a cell, with a new transcript. */
  Outcome run(String code) {
    return run(code, new Transcript());
  }

  Outcome run(String code, Transcript transcript) {
    io = transcript;
    return session.evaluate(new Cell(++number, code), transcript);
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

  /** The traceback of a cell that fails, without its colours. */
  String traceback(String code) {
    return text(failure(code));
  }

  static String text(Outcome.Failed failed) {
    return plain(String.join("\n", failed.traceback()));
  }

  static String plain(String colored) {
    return colored.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  /** How errors name the cell that was run last. */
  String here() {
    return "Cell In[" + number + "]";
  }

  int number() {
    return number;
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > Duration.ofSeconds(60).toNanos()) {
        throw new AssertionError("waited 20 s in vain");
      }
      Thread.sleep(5);
    }
  }
}
