package io.github.broadsheet.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<String> drawn = new ArrayList<>();
  private long now;
  private final Progress progress = progress(20);

  private Progress progress(long total) {
    return new Progress(
        "Reading days", total, (state, first) -> drawn.add(state.line()), () -> now);
  }

  private void after(Duration time) {
    now += time.toNanos();
    progress.tick();
  }

  @AfterEach
  void noNotebook() {
    Display.host(null);
  }

  @Test
  void aQuickJobShowsNothing() {
    progress.step(20, "");
    after(Duration.ofMillis(400));
    progress.close();
    assertThat(drawn).isEmpty();
  }

  @Test
  void tellsTheTimeLeftFromThePartOfASecondThatIsOver() {
    progress.step(2, "");
    after(Duration.ofMillis(700));
    assertThat(drawn).last().asString().endsWith("2/20 · 2.9/s · 6 s left");
  }

  @Test
  void showsCountSpeedAndTimeLeft() {
    progress.step(5, "2025-10-03");
    after(Duration.ofSeconds(4));
    assertThat(drawn)
        .containsExactly(
            "Reading days [#####---------------] 5/20 · 2025-10-03 · 1.3/s · 12 s left");
  }

  @Test
  void drawsOnlyWhatChanged() {
    progress.step(5, "");
    after(Duration.ofSeconds(1));
    after(Duration.ofSeconds(1));
    assertThat(drawn).hasSize(1);
  }

  @Test
  void countsDownAPause() {
    progress.step(1, "");
    progress.pause("arXiv allows a request every 3 s", Duration.ofSeconds(3));
    after(Duration.ofMillis(600));
    after(Duration.ofSeconds(1));
    after(Duration.ofSeconds(5));
    assertThat(drawn).hasSize(3);
    assertThat(drawn.get(0)).contains("waiting 3 s: arXiv allows a request every 3 s");
    assertThat(drawn.get(1)).contains("waiting 2 s: ");
    assertThat(drawn.get(2)).doesNotContain("waiting");
  }

  @Test
  void saysHowLongItTook() {
    progress.step(20, "");
    after(Duration.ofMillis(8300));
    progress.close();
    progress.close();
    assertThat(drawn).hasSize(2).last().isEqualTo("Reading days: 20 done in 8.3 s");
  }

  @Test
  void saysWhereABrokenJobStopped() {
    progress.step(3, "");
    after(Duration.ofMinutes(2));
    progress.close();
    assertThat(drawn).last().isEqualTo("Reading days: stopped at 3 of 20 after 2 min 0 s");
  }

  @Test
  void anUnknownTotalHasACountAndNoBar() {
    Progress open = progress(-1);
    open.step(7, "page 7");
    now += Duration.ofSeconds(7).toNanos();
    open.tick();
    open.close();
    assertThat(drawn)
        .containsExactly("Reading days: 7 · page 7 · 1.0/s", "Reading days: 7 done in 7 s");
  }

  @Test
  void aNotebookSeesOneOutputUpdatedInItsPlace() {
    RecordingHost host = new RecordingHost();
    Display.host(host);
    Progress shown = new Progress("<b>", 4, ProgressScreen.here(), () -> now);
    for (int step = 1; step <= 4; step++) {
      now += Duration.ofSeconds(1).toNanos();
      shown.step(step, "\"><img src=x>");
      shown.tick();
    }
    shown.close();
    assertThat(host.events).hasSize(5);
    assertThat(host.events.get(0)).startsWith("display");
    assertThat(host.events.subList(1, 5)).allMatch(event -> event.startsWith("update"));
    assertThat(String.valueOf(host.bundles.get(0).get("text/html")))
        .contains("<progress value=\"1\" max=\"4\"></progress> &lt;b&gt;: 1/4")
        .doesNotContain("<img");
  }

  @Test
  void aNarrowTerminalStillShowsHowFarItIsAndHowLongItWillTake() {
    List<String> lines = new ArrayList<>();
    for (int width : new int[] {120, 79, 70, 60, 39, 24, 8}) {
      Progress shown =
          new Progress(
              "Daily Papers 2025-01-01 to 2025-09-30",
              273,
              (state, first) -> lines.add(state.line(width)),
              () -> now);
      shown.step(212, "2025-08 page 3");
      now += Duration.ofSeconds(16).toNanos();
      shown.tick();
      assertThat(lines.get(lines.size() - 1)).hasSizeLessThanOrEqualTo(width);
    }
    assertThat(lines)
        .containsExactly(
            "Daily Papers 2025-01-01 to 2025-09-30 [###############-----] 212/273 · 2025-08 page 3 · 13/s · 5 s left",
            "Daily Papers 2025-01-01 to 2025-09-30 [##########---] 212/273 · 13/s · 5 s left",
            "Daily Papers 2025-01-01 to 2025-09-30: 212/273 · 13/s · 5 s left",
            "Daily Papers 2025-01-01 to…: 212/273 · 13/s · 5 s left",
            "Daily Paper…: 212/273 · 13/s · 5 s left",
            "212/273 · 13/s · 5 s…",
            "212/273…");
  }

  @Test
  void aTerminalLineIsRewrittenAndKeptWithinItsWidth() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ProgressScreen terminal =
        new ProgressScreen.Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), 40);
    Progress shown = new Progress("Reading", 4, terminal, () -> now);
    shown.step(1, "a detail\u001B[31m that is far too long for it");
    now += Duration.ofSeconds(1).toNanos();
    shown.tick();
    shown.close();
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("\rReading [#-----] 1/4 · 1.0/s · 3 s left")
        .doesNotContain("\u001B[31m");
    assertThat(text)
        .endsWith("\rReading: stopped at 1 of 4 after 1 s\u001B[K" + System.lineSeparator());
    assertThat(text.split("\r", -1)[1].replace("\u001B[K", "")).hasSizeLessThan(40);
  }
}
