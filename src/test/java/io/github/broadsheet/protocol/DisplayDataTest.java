package io.github.broadsheet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayDataTest {
  @Test
  void showsAPointThatIsNotThereAsNull() {
    assertThat(data("application/json", Map.of("y", List.of(1.5, Double.NaN))))
        .isEqualTo("{\"y\":[1.5,null]}");
    assertThat(data("application/vnd.plotly.v1+json", new double[] {Double.NEGATIVE_INFINITY, 2}))
        .isEqualTo("[null,2.0]");
  }

  @Test
  void showsTextAsTextWhateverItIsMadeOf() {
    assertThat(data("text/plain", new StringBuilder("built"))).isEqualTo("\"built\"");
    assertThat(data("text/html", "<b>\"</b>")).isEqualTo("\"<b>\\\"</b>\"");
    assertThat(data("application/json", "text")).isEqualTo("\"text\"");
  }

  private static String data(String type, Object content) {
    DisplayData display = new DisplayData("id", false, Map.of(type, content), Map.of());
    return display.json().path("data").path(type).toString();
  }
}
