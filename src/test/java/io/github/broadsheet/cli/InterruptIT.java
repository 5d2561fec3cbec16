package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.broadsheet.protocol.Channel;
import io.github.broadsheet.protocol.TestClient;
import io.github.broadsheet.protocol.TestClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cells of every kind are stopped, in a kernel process. {@code -Dinterrupts=100} stops each a
 * hundred times and prints how long that took.
 */
@DisabledOnOs(OS.WINDOWS)
class InterruptIT {
  private static final int TIMES = Integer.getInteger("interrupts", 1);

  /** Longer than any reply takes on a machine that does nothing else; no measurement. */
  private static final double SAFETY_S = 15;

  private static final Map<String, String> STOPPED = new LinkedHashMap<>();

  static {
    STOPPED.put("endless loop", "while (true) { n++; }");
    STOPPED.put("sleep", "Thread.sleep(100_000);");
    STOPPED.put(
        "channel", "var s = java.nio.channels.ServerSocketChannel.open(); s.bind(null).accept();");
    STOPPED.put("stream", "Stream.iterate(1, i -> i + 1).forEach(i -> { n++; });");
    STOPPED.put(
        "parallel stream",
        "LongStream.range(0, Long.MAX_VALUE).parallel().forEach(i -> { n++; });");
    STOPPED.put(
        "Tablesaw",
        "var big = Table.create(\"big\", IntColumn.indexColumn(\"i\", 1000, 0));\n"
            + "while (true) big.where(big.intColumn(\"i\").eval(i -> i % 3 == 0)).rowCount();");
    STOPPED.put(
        "catch Throwable", "while (true) { try { while (true) n++; } catch (Throwable t) { } }");
    STOPPED.put(
        "catch Throwable of a sleep",
        "while (true) { try { Thread.sleep(10); } catch (Throwable t) { } }");
    STOPPED.put(
        "swallowed",
        "while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { } }");
    STOPPED.put(
        "thread of the cell",
        "var t = new Thread(() -> { while (true) n++; }); t.start(); t.join();");
    STOPPED.put(
        "thread of a pool",
        "java.util.concurrent.CompletableFuture.supplyAsync(() -> { while (true) n++; }).join();");
    STOPPED.put(
        "counted loops",
        "long count() { long sum = 0; for (int i = 0; i < 2_000_000_000; i++)"
            + " for (int j = 0; j < 2_000_000_000; j++) sum += i ^ j; return sum; }\ncount();");
    STOPPED.put("toString", "new Object() { public String toString() { while (true) n++; } }");
    STOPPED.put("request", "Papers.on(\"2025-10-29\");");
    STOPPED.put("shell", "%%bash\necho on\nsleep 1000 & sleep 1000");
  }

  /** What a JDK without Thread.stop cannot end. */
  private static final Map<String, String> LIBRARY =
      Map.of(
          "library loop", "LongStream.range(0, Long.MAX_VALUE).map(Math::abs).sum();",
          "regular expression", "\"a\".repeat(500).matches(\"(.*a){30}x\");");

  private static final Map<String, String> VIRTUAL =
      Map.of("virtual thread", "Thread.startVirtualThread(() -> { while (true) n++; }).join();");

  /** What no JDK can end, and needs no processor. */
  private static final Map<String, String> BLOCKED =
      Map.of("blocking read", "new java.net.ServerSocket(0).accept();");

  /** The threads that run, but for the one that asks, while nobody runs a cell. */
  private static final String BURNING =
      """
      var bean = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
      var before = new HashMap<Long, Long>();
      for (long id : bean.getAllThreadIds()) before.put(id, bean.getThreadCpuTime(id));
      Thread.sleep(200);
      var burning = new TreeSet<String>();
      for (long id : bean.getAllThreadIds()) {
        var info = bean.getThreadInfo(id);
        long used = bean.getThreadCpuTime(id) - before.getOrDefault(id, Long.MAX_VALUE);
        if (info != null && id != Thread.currentThread().getId() && used > 10_000_000
            && !info.getThreadName().startsWith("broadsheet-")) burning.add(info.getThreadName());
      }
      burning""";

  /** A thread that goes on after its cell: no interrupt of another cell is meant for it. */
  private static final String TICKER =
      "var ticker = new Thread(() -> { try { while (true) { Thread.sleep(50); } }"
          + " catch (InterruptedException e) { } });\nticker.start();";

  @TempDir private Path folder = Path.of("");

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  @Test
  void stopsCellsOfEveryKind() throws IOException {
    Map<String, String> cells = new LinkedHashMap<>(STOPPED);
    if (Jdk.release(Jdk.OF_TESTS) < 20) {
      cells.putAll(LIBRARY);
    }
    stopEach(Jdk.OF_TESTS, cells, BLOCKED);
  }

  @Test
  void stopsThemOnAJdkWithoutThreadStop() throws IOException {
    Map<String, String> left = new LinkedHashMap<>(BLOCKED);
    left.putAll(LIBRARY);
    Path jdk = Jdk.ofAnotherStop();
    Map<String, String> cells = new LinkedHashMap<>(STOPPED);
    if (Jdk.release(jdk) > 20) {
      cells.putAll(VIRTUAL);
    }
    stopEach(jdk, cells, left);
  }

  private void stopEach(Path jdk, Map<String, String> stopped, Map<String, String> left)
      throws IOException {
    try (Silence silence = new Silence();
        KernelProcess kernel =
            KernelProcess.installed(folder)
                .on(jdk)
                .with(Map.of("HF_ENDPOINT", silence.address()))
                .kernel()) {
      kernel.client().run("long n = 7; int keep = 42;");
      kernel.client().run(TICKER);
      for (int i = 0; i < TIMES; i++) {
        stopped.forEach((kind, code) -> stopped(kernel, kind, code));
      }
      assertThat(kernel.process().descendants()).isEmpty();
      silence.end();
      Answer listing = kernel.client().run("Papers.on(\"2025-10-29\").rowCount()");
      assertThat(listing.reply().content().path("traceback")).isEmpty();
      assertThat(listing.result()).isEqualTo("0");
      left.forEach((kind, code) -> leftBehind(kernel.client(), kind, code));
      assertThat(kernel.client().run("ticker.isAlive()").result()).isEqualTo("true");
      if (TIMES > 1) {
        print(jdk);
      }
    }
  }

  private void stopped(KernelProcess kernel, String kind, String code) {
    Answer answer = interrupt(kernel.client(), kind, code);
    assertThat(answer.reply().text("ename")).describedAs(kind).isEqualTo("Interrupted");
    assertThat(answer.reply().text("evalue"))
        .describedAs("%s: %s", kind, answer.reply().content().path("traceback"))
        .contains("was stopped");
    assertThat(kernel.client().run("keep").result()).describedAs(kind).isEqualTo("42");
    assertThat(burning(kernel.client())).describedAs(kind).isEqualTo("[]");
  }

  /** On a busy machine a thread that sleeps may seem to work for once; one that burns burns on. */
  private static String burning(TestClient client) {
    String burning = client.run(BURNING).result();
    for (int tries = 0; tries < 2 && !burning.equals("[]"); tries++) {
      burning = client.run(BURNING).result();
    }
    return burning;
  }

  private void leftBehind(TestClient client, String kind, String code) {
    Answer answer = interrupt(client, kind, code);
    assertThat(answer.reply().text("ename")).describedAs(kind).isEqualTo("Interrupted");
    assertThat(answer.reply().text("evalue"))
        .describedAs(kind)
        .contains("still running")
        .contains("restart the kernel");
    String trace = answer.reply().content().path("traceback").toString();
    assertThat(trace).describedAs(kind).contains("at java.", "Cell In[");
    assertThat(client.run("keep").result()).describedAs(kind).isEqualTo("42");
  }

  private Answer interrupt(TestClient client, String kind, String code) {
    String cell = code.startsWith("%%") ? code : "System.out.print(\"on\");\n" + code;
    String id = client.send(Channel.SHELL, "execute_request", Map.of("code", cell));
    client.receive(m -> m.parent().equals(id) && m.type().equals("stream"));
    client.poll(m -> false, 100);
    long asked = System.nanoTime();
    String order = client.send(Channel.CONTROL, "interrupt_request", Map.of());
    Answer answer = client.await(id);
    double took = (System.nanoTime() - asked) / 1e9;
    client.receive(m -> m.parent().equals(order) && m.type().equals("interrupt_reply"));
    assertThat(took).describedAs(kind).isLessThan(SAFETY_S);
    seconds.computeIfAbsent(kind, k -> new ArrayList<>()).add(took);
    return answer;
  }

  /** A service that takes requests and does not answer, until it does. */
  private static final class Silence implements AutoCloseable {
    private final HttpServer server;
    private final CountDownLatch ended = new CountDownLatch(1);

    Silence() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/", this::answer);
      server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        ended.await();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 2);
        exchange.getResponseBody().write("[]".getBytes(StandardCharsets.UTF_8));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    String address() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void end() {
      ended.countDown();
    }

    @Override
    public void close() {
      end();
      server.stop(0);
      ((ExecutorService) server.getExecutor()).shutdown();
    }
  }

  private void print(Path jdk) {
    System.out.printf("JDK %d, seconds from the interrupt to the reply:%n", Jdk.release(jdk));
    seconds.forEach(
        (kind, times) -> {
          List<Double> sorted = times.stream().sorted().toList();
          System.out.printf(
              "%-20s %3d times  median %.3f  most %.3f%n",
              kind, sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
        });
  }
}
