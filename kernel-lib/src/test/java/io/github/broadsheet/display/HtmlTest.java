package io.github.broadsheet.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void escapesWhatOpensATagOrEndsAnAttribute() {
    assertThat(Html.escape("<img src='x' onerror=\"a&b\">"))
        .isEqualTo("&lt;img src=&#39;x&#39; onerror=&quot;a&amp;b&quot;&gt;");
  }

  @Test
  void dropsWhatTurnsTheDirectionAndBlanksControls() {
    assertThat(Html.escape("a\u202Eb\u2066c\u0000d\u001B[0m")).isEqualTo("abc d [0m");
    assertThat(Html.escape("עברית 🙂")).isEqualTo("עברית 🙂");
  }

  @Test
  void linksToTheWebOnly() {
    assertThat(Html.link("https://arxiv.org/abs/2405.17430")).isPresent();
    assertThat(Html.link("HTTP://example.org/a?b=c&d=%20e")).isPresent();
    for (String other :
        new String[] {
          "javascript:alert(1)",
          "JaVaScRiPt:alert(1)",
          " data:text/html,x",
          "//example.org",
          "file:///etc/passwd",
          "https:",
          "https:///x",
          "/papers/1",
          "",
          "java\nscript:x",
          null
        }) {
      assertThat(Html.link(other)).as(String.valueOf(other)).isEmpty();
    }
  }
}
