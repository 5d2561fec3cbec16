package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.protocol.TestClient;
import io.github.broadsheet.protocol.TestClient.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many cells and large results in a small heap. {@code -Dmemory=full}: 2,000 cells, 200 results of
 * 8 MB, in 400 MB: JShell itself keeps some 30 kB of each snippet.
 */
class MemoryIT {
  private static final boolean FULL = "full".equals(System.getProperty("memory"));
  private static final int CELLS = FULL ? 2_000 : 10;
  private static final int RESULTS = FULL ? 200 : 40;

  @TempDir private Path folder = Path.of("");

  @Test
  void oldResultsMakeRoomForNewOnes() throws IOException {
    try (KernelProcess kernel =
        KernelProcess.installed(folder).with(FULL ? "-Xmx400m" : "-Xmx300m").kernel()) {
      TestClient client = kernel.client();
      for (int i = 0; i < CELLS; i++) {
        assertThat(client.run("int v" + i % 100 + " = " + i + "; v" + i % 100).result())
            .isEqualTo("" + i);
      }
      long before = heap(client);
      for (int i = 0; i < RESULTS; i++) {
        // As text: an array of this length is long to show.
        assertThat(client.run("ByteBuffer.allocate(8_000_000)").result()).contains("8000000");
      }
      int last = CELLS + RESULTS + 2; // With the import, and the cell that measured.
      assertThat(client.run("((java.nio.ByteBuffer) out(" + last + ")).capacity()").result())
          .isEqualTo("8000000");
      assertThat(client.run("$" + (last - 5) + ".capacity()").result()).isEqualTo("8000000");
      assertThat(client.run("out(" + (CELLS + 3) + ")").reply().text("evalue"))
          .contains("no longer kept");
      long after = heap(client);
      assertThat(after - before).isLessThan(20 * 8 + 40);
      if (FULL) {
        System.out.printf(
            "heap %d MB after %d cells, %d MB after %d results of 8 MB%n",
            before, CELLS, after, RESULTS);
      }
    }
  }

  @Test
  void aCellThatFillsTheMemoryFailsAndTellsWhatToDo() throws IOException {
    try (KernelProcess kernel = KernelProcess.installed(folder).with("-Xmx150m").kernel()) {
      TestClient client = kernel.client();
      client.run("int keep = 42; var hog = new ArrayList<byte[]>();");
      Answer full = client.run("while (true) hog.add(new byte[1_000_000]);");
      assertThat(full.reply().text("ename")).isEqualTo("java.lang.OutOfMemoryError");
      assertThat(full.reply().content().path("traceback").toString())
          .contains("Cell In[2]", "(name = null)", "--jvm-arg -Xmx8g");
      Answer freed = client.run("hog = null;");
      if (!freed.status().equals("ok")) { // So full that not even this could be compiled.
        assertThat(freed.reply().text("evalue")).contains("hog was let go of: run it again");
        assertThat(client.run("hog = null;").status()).isEqualTo("ok");
      }
      assertThat(client.run("keep").result()).isEqualTo("42");
      assertThat(client.run("Papers.sample().rowCount()").result()).isEqualTo("41");
    }
  }

  private static long heap(TestClient client) {
    client.run("import java.nio.ByteBuffer;");
    String used =
        "System.gc(); (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory())"
            + " / 1_000_000";
    return Long.parseLong(client.run(used).result());
  }
}
