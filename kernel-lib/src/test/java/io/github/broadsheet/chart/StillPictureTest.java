package io.github.broadsheet.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StillPictureTest {
  private static final int LARGEST = 64 * 1024;

  static Stream<String> kinds() {
    return JsplotFigures.all().keySet().stream().filter(kind -> !kind.equals("scatter 3d"));
  }

  private static BufferedImage image(StillPicture.Result result) throws IOException {
    assertThat(result).isInstanceOf(StillPicture.Still.class);
    byte[] png = ((StillPicture.Still) result).png().bytes();
    assertThat(png.length).isLessThan(LARGEST);
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(text);
  }

  /** How many pixels are about this colour. */
  private static long about(BufferedImage image, Color color) {
    int width = image.getWidth();
    long near = 0;
    for (int pixel : image.getRGB(0, 0, width, image.getHeight(), null, 0, width)) {
      int distance =
          Math.abs((pixel >> 16 & 255) - color.getRed())
              + Math.abs((pixel >> 8 & 255) - color.getGreen())
              + Math.abs((pixel & 255) - color.getBlue());
      near += distance < 30 ? 1 : 0;
    }
    return near;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindHasAPictureThatIsNotBlank(String kind) throws IOException {
    BufferedImage image = image(StillPicture.of(Chart.of(JsplotFigures.of(kind)).json()));
    assertThat(image.getWidth()).isEqualTo(1520);
    assertThat(image.getHeight()).isEqualTo(880);
    BitSet colors = new BitSet(1 << 24);
    for (int pixel : image.getRGB(0, 0, 1520, 880, null, 0, 1520)) {
      colors.set(pixel & 0xFFFFFF);
    }
    assertThat(colors.cardinality()).as("colours").isGreaterThan(8);
    long white = about(image, Color.WHITE);
    assertThat(white).isBetween(1520L * 880 / 20, 1520L * 880 * 99 / 100);
  }

  @Test
  void aLegendTooWideForARowStandsBesideThePlotWithAllItsEntries() throws IOException {
    String[] topics = new String[4];
    Arrays.setAll(topics, i -> "a topic with a long name, number " + i);
    ObjectNode figure = Chart.of(TrendFigure.of(topics)).json();
    figure.withObject("/layout/legend").put("orientation", "h");
    BufferedImage image = image(StillPicture.of(figure));
    BufferedImage right = image.getSubimage(1000, 0, 520, image.getHeight());
    for (int topic = 0; topic < topics.length; topic++) {
      Color line = Color.decode(Palette.color(topic));
      assertThat(about(right, line)).as("entry %d", topic).isGreaterThan(60);
    }
  }

  @Test
  void aTrendHasItsBandsItsLinesAndOneLegendEntryATopic() throws IOException {
    BufferedImage image =
        image(StillPicture.of(Chart.of(TrendFigure.of("agents", "diffusion")).json()));
    for (int topic = 0; topic < 2; topic++) {
      Color line = Color.decode(Palette.color(topic));
      Color band = StillStyle.dense(line, 0.18);
      int rest = 255 - band.getAlpha();
      Color onWhite =
          new Color(
              (line.getRed() * band.getAlpha() + 255 * rest) / 255,
              (line.getGreen() * band.getAlpha() + 255 * rest) / 255,
              (line.getBlue() * band.getAlpha() + 255 * rest) / 255);
      assertThat(about(image, line)).as("line").isGreaterThan(2000);
      assertThat(about(image, onWhite)).as("band").isGreaterThan(20_000);
      // The legend is right of the plot: a stroke and a dot of each line, nothing of the bands.
      BufferedImage legend = image.getSubimage(1320, 0, 200, 880);
      assertThat(about(legend, line)).as("legend").isBetween(100L, 1500L);
    }
  }

  private static BufferedImage line(String... days) throws IOException {
    ObjectNode figure = JsonNodeFactory.instance.objectNode();
    ObjectNode trace = figure.putArray("data").addObject().put("type", "scatter");
    for (String day : days) {
      trace.withArray("/x").add(day);
      trace.withArray("/y").add(1);
    }
    if (days.length < 4) {
      ObjectNode axis = figure.withObject("/layout/xaxis").put("tickmode", "array");
      for (String day : days) {
        axis.withArray("/tickvals").add(day);
        axis.withArray("/ticktext").add(day.substring(0, 4));
      }
    }
    return image(StillPicture.of(Chart.of(figure).json()));
  }

  /** Dark columns below the plot: where there are names, blanks part them. */
  private static int namesBelow(BufferedImage image) {
    int names = 0;
    int blank = 100;
    for (int x = 120; x < image.getWidth(); x++) {
      boolean ink = false;
      for (int y = image.getHeight() - 76; y < image.getHeight(); y++) {
        ink |= (image.getRGB(x, y) & 255) < 160;
      }
      names += ink && blank > 20 ? 1 : 0;
      blank = ink ? 0 : blank + 1;
    }
    return names;
  }

  /** XChart sets its first mark where the axis begins, which is inside a month here. */
  @Test
  void namesMonthsBelowWeeksThatBeginInsideOne() throws IOException {
    String[] mondays = new String[80];
    Arrays.setAll(mondays, i -> LocalDate.of(2024, 5, 27).plusWeeks(i).toString());
    assertThat(namesBelow(line(mondays))).isBetween(3, 12);
    String[] months = new String[4];
    Arrays.setAll(months, i -> LocalDate.of(2025, 1, 1).plusMonths(i).toString());
    assertThat(namesBelow(line(months))).isBetween(2, 4);
  }

  @Test
  void namesTheTimesThatAFigureNames() throws IOException {
    assertThat(namesBelow(line("2023-01-01", "2024-01-01", "2025-01-01"))).isEqualTo(3);
    assertThat(namesBelow(line("2025-01-01"))).isEqualTo(1);
    NamedTimes named =
        Objects.requireNonNull(
            NamedTimes.of(
                new ObjectMapper()
                    .readTree(
                        "{\"tickmode\":\"array\",\"tickvals\":[\"2025-01-01\",\"2025-01-11\",\"2025-01-12\"],"
                            + "\"ticktext\":[\"a\",\"b\",\"c\"]}")));
    long day = 86_400_000L;
    long first = LocalDate.of(2025, 1, 1).toEpochDay() * day;
    assertThat(LongStream.of(-5, 0, 5, 10, 11, 12).mapToDouble(d -> named.place(first + d * day)))
        .containsExactly(-0.5, 0.0, 0.5, 1.0, 2.0, 3.0);
    assertThat(NamedTimes.of(new ObjectMapper().readTree("{\"nticks\":3}"))).isNull();
  }

  @Test
  void aKindThatCannotBeDrawnSaysSo() {
    StillPicture.Result result = StillPicture.of(Chart.of(JsplotFigures.of("scatter 3d")).json());
    assertThat(result).isInstanceOf(StillPicture.None.class);
    assertThat(((StillPicture.None) result).why()).contains("No picture of this kind of chart");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"data\":[],\"layout\":{}}",
        "{\"data\":[{}]}",
        "{\"data\":[{\"type\":\"bar\"}]}",
        "{\"data\":[{\"type\":\"bar\",\"x\":[\"\"],\"y\":[0]}]}",
        "{\"data\":[{\"type\":\"bar\",\"orientation\":\"h\",\"x\":[],\"y\":[]}]}",
        "{\"data\":[{\"type\":\"bar\",\"x\":[\"a\",\"b\"],\"y\":[-1,null]}]}",
        "{\"data\":[{\"y\":[1]}]}",
        "{\"data\":[{\"x\":[\"2025-01-01\"],\"y\":[1]}]}",
        "{\"data\":[{\"x\":[1,2],\"y\":[5,5]}]}",
        "{\"data\":[{\"x\":[null,null],\"y\":[null,null]}]}",
        "{\"data\":[{\"x\":[\"a\",\"b\",\"a\"],\"y\":[1,2,3]}]}",
        "{\"data\":[{\"type\":\"histogram\",\"x\":[]}]}",
        "{\"data\":[{\"type\":\"histogram\",\"x\":[3,3,3]}]}",
        "{\"data\":[{\"type\":\"histogram\",\"x\":[\"2025-01-01\",\"2025-03-01\"]}]}",
        "{\"data\":[{\"type\":\"histogram\",\"x\":[\"a\",\"b\",\"a\"]}]}",
        "{\"data\":[{\"type\":\"heatmap\",\"z\":[[1,null],[3,4]]}]}",
        "{\"data\":[{\"type\":\"pie\",\"labels\":[\"a\"],\"values\":[1]}]}"
      })
  void thinDataIsAPictureToo(String figure) throws IOException {
    image(StillPicture.of(Chart.of(json(figure)).json()));
  }

  @Test
  void longAndHostileTextFitsIntoThePicture() throws IOException {
    ObjectNode figure =
        json("{\"data\":[{\"type\":\"bar\",\"x\":[\"a\"],\"y\":[1]}],\"layout\":{}}");
    String text = PlotlyText.escape("</script><b>\u202Ex\u2028 🙂 中文 ".repeat(200));
    figure.withObject("/layout").putObject("title").put("text", text);
    ((ObjectNode) figure.path("data").path(0)).put("name", text).withArray("/x").add(text);
    image(StillPicture.of(Chart.of(figure).json()));
  }

  @Test
  void manyPointsAreThinnedAndTheReaderIsTold() {
    ObjectNode figure = new ObjectMapper().createObjectNode();
    ObjectNode trace = figure.putArray("data").addObject();
    for (int i = 0; i < 20_000; i++) {
      trace.withArray("/x").add(i);
      trace.withArray("/y").add(Math.sin(i / 1000.0));
    }
    StillPicture.Result result = StillPicture.of(Chart.of(figure).json());
    assertThat(((StillPicture.Still) result).note()).contains("leaves out 15000 points");
    assertThat(Chart.of(figure).json().path("data").path(0).path("x")).hasSize(20_000);
  }

  /** For a Java of its own that cannot draw. */
  static final class WithoutDesktop {
    public static void main(String[] args) {
      Map<String, Object> bundle = Chart.of(TrendFigure.of("agents")).mimeBundle();
      System.out.println(bundle.keySet());
      System.out.println(bundle.get("text/html"));
    }
  }

  @Test
  void aJavaWithoutDesktopGetsTheValuesAndTheReason() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base,java.logging,java.sql,java.xml,jdk.unsupported,java.net.http",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutDesktop.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).isZero();
    assertThat(output)
        .startsWith("[application/vnd.plotly.v1+json, text/html, text/plain]")
        .contains("<table><caption>Share of papers")
        .contains("this Java cannot draw text")
        .doesNotContain("<img");
  }
}
