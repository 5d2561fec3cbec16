package io.github.broadsheet.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotesTest {
  @AfterEach
  void noNotebook() {
    Display.host(null);
  }

  @Test
  void aNoteIsSmallPrintInANotebook() {
    RecordingHost host = new RecordingHost();
    Display.host(host);
    Notes.say("2 records of 41 were skipped: no title & <no id>\nat all");
    assertThat(host.bundles)
        .containsExactly(
            Map.of(
                "text/html",
                "<div><small>2 records of 41 were skipped: no title &amp; &lt;no id&gt;\nat all</small></div>",
                "text/plain",
                "2 records of 41 were skipped: no title & <no id> at all"));
  }
}
