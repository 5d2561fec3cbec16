package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptTest extends Cells {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { n++; }",
        "Thread.sleep(50_000);",
        "Stream.iterate(1, i -> i + 1).forEach(i -> {});",
        "try { while (true) n++; } catch (Throwable t) { while (true) n++; }",
        "while (true) { try { Thread.sleep(5); } catch (Throwable t) { } }",
        "while (true) { try { while (true) n++; } catch (Throwable t) { } finally { n--; } }",
        "int again() { try { return again(); } catch (Throwable t) { return again(); } }\nagain()",
        "new Object() { public String toString() { while (true) n++; } }",
        "var t = new Thread(() -> { while (true) n++; }); t.start(); t.join();",
        "new java.util.concurrent.CountDownLatch(1).await();"
      })
  void stopsTheCellAndKeepsTheState(String code) throws Exception {
    run("long n = 7;");
    io = new Transcript();
    Future<Outcome> cell =
        CompletableFuture.supplyAsync(
            () -> run("System.out.println(\"on\");\n" + code), task -> new Thread(task).start());
    await(() -> io.out().contains("on") || cell.isDone());
    assertThat(cell.isDone()).isFalse();
    Thread.sleep(150);
    session.interrupt();
    Outcome outcome = cell.get(30, TimeUnit.SECONDS);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, f -> assertThat(f.name()).isEqualTo("Interrupted"));
    assertThat(value("n > 6")).isEqualTo("true");
  }

  @Test
  void stopsACellThatIsExpectedAndHasNotBegun() {
    session.expect();
    session.interrupt();
    assertThat(failure("while (true) {}").name()).isEqualTo("Interrupted");
    assertThat(value("1 + 1")).isEqualTo("2");
  }

  @Test
  void whatTheJdkCannotStopIsLeftBehindAndSaid() throws Exception {
    run(
        "var lock = new Object();\nvar held = new java.util.concurrent.CountDownLatch(1);\n"
            + "var release = new java.util.concurrent.CountDownLatch(1);\n"
            + "var holder = new Thread(() -> { synchronized (lock) { held.countDown();"
            + " try { release.await(); } catch (InterruptedException e) {} } });\n"
            + "holder.start(); held.await();");
    io = new Transcript();
    CompletableFuture<Outcome> cell =
        CompletableFuture.supplyAsync(
            () -> run("System.out.println(\"on\");\nsynchronized (lock) { }"),
            task -> new Thread(task).start());
    await(() -> io.out().contains("on") || cell.isDone());
    Thread.sleep(150);
    session.interrupt();
    assertThat(cell.get())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            f -> {
              assertThat(f.message()).contains("still running").contains("restart");
              assertThat(text(f)).contains(here() + ", line 2");
            });
    assertThat(value("release.countDown();\n1 + 1")).isEqualTo("2");
  }

  @Test
  void isQuietWhenNothingRuns() {
    session.interrupt();
    assertThat(value("1 + 1")).isEqualTo("2");
  }
}
