package io.github.broadsheet;

import static io.github.broadsheet.Bucket.MONTH;
import static io.github.broadsheet.Bucket.QUARTER;
import static io.github.broadsheet.Bucket.YEAR;
import static io.github.broadsheet.TrendTest.clock;
import static io.github.broadsheet.TrendTest.papers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.broadsheet.source.Generated;
import io.github.broadsheet.source.Generated.Planted;
import io.github.broadsheet.stats.Autocorrelation;
import io.github.broadsheet.stats.MannKendall;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class TrendFindingsTest {
  private static final Clock LATER = clock("2026-06-15");
  private static final Table GENERATED = Papers.generated(6000, 5);

  @Test
  void findsWhatWasPlantedAndNothingElse() {
    String[] topics = new String[40];
    Map<String, Double> change = new HashMap<>();
    List<Planted> planted = Generated.of(1, 5).planted();
    for (int i = 0; i < topics.length; i++) {
      topics[i] = planted.get(i).phrase();
      change.put(topics[i], (planted.get(i).last() - planted.get(i).first()) * 12 / 23);
    }
    Table test = Trend.of(LATER, GENERATED, topics).by(MONTH).test();
    int found = 0;
    int wrong = 0;
    for (Row row : test) {
      double planted1 = change.getOrDefault(row.getString("topic"), 0.0);
      boolean believed = row.getDouble("q") <= 0.05;
      boolean right = Math.signum(row.getDouble("tau")) == Math.signum(planted1);
      found += believed && planted1 != 0 && right ? 1 : 0;
      wrong += believed && (planted1 == 0 || !right) ? 1 : 0;
      assertThat(row.getDouble("slope")).isCloseTo(planted1, within(0.02));
      assertThat(row.getDouble("slope")).isBetween(row.getDouble("low"), row.getDouble("high"));
      assertThat(row.getString("words"))
          .contains(
              believed ? (row.getDouble("tau") > 0 ? " rose " : " fell ") : "no steady trend");
    }
    assertThat(found).isGreaterThanOrEqualTo(24);
    assertThat(wrong).isLessThanOrEqualTo(2);
    assertThat(test.intColumn("buckets").asList()).containsOnly(24);
  }

  @Test
  void givesTheNumbersOfTheTestOverTheShares() {
    Trend trend = Trend.of(LATER, GENERATED, "world model", "diffusion model").by(MONTH);
    Table table = trend.table();
    double[] shares =
        table
            .where(table.stringColumn("topic").isEqualTo("world model"))
            .doubleColumn("share")
            .asDoubleArray();
    MannKendall expected = MannKendall.of(Autocorrelation.FIRST_ORDER, shares);
    Row row = trend.test().row(0);
    assertThat(row.getDouble("p")).isEqualTo(expected.p());
    assertThat(row.getDouble("tau")).isEqualTo(expected.tau());
    assertThat(row.getDouble("slope")).isCloseTo(12 * expected.sen().slope(), within(1e-12));
    assertThat(row.getDouble("first")).isEqualTo(shares[0]);
    assertThat(row.getDouble("last")).isEqualTo(shares[23]);
    assertThat(trend.smooth(5).test().doubleColumn("p").asList())
        .isEqualTo(trend.test().doubleColumn("p").asList());
  }

  @Test
  void showsSharesInPercentAndRatesInFewDigits() {
    Table test = Trend.of(LATER, GENERATED, "world model").by(MONTH).test();
    for (String share : List.of("first", "last", "slope", "low", "high")) {
      assertThat(test.column(share).getString(0)).matches("-?\\d+\\.\\d\\d\u00A0%");
    }
    assertThat(test.column("tau").getString(0)).matches("-?\\d\\.\\d\\d");
    assertThat(test.column("p").getString(0)).matches("\\d\\.\\d{3}|\\d\\.\\dE-\\d+");
  }

  @Test
  void testsShorterBucketsWhereThereAreTooFew() {
    Trend years = Trend.of(LATER, GENERATED, "world model").by(YEAR);
    Row row = years.test().row(0);
    assertThat(row.getInt("buckets")).isEqualTo(24);
    assertThat(years.words())
        .matches(
            "Share of «world model» rose from \\d\\.\\d % in 2024 to \\d\\.\\d % in 2025, q"
                + " [<=] 0\\.0\\d+, n = 6,000 in 24 months\\.");
    Trend quarters = Trend.of(LATER, GENERATED, "world model").by(QUARTER);
    assertThat(quarters.test().row(0).getInt("buckets")).isEqualTo(24);
    assertThat(quarters.test().doubleColumn("q").get(0))
        .isEqualTo(years.test().doubleColumn("q").get(0));
  }

  @Test
  void saysTheShareOfOneBucketOnce() {
    assertThat(
            Trend.of(LATER, GENERATED.where(Filter.since("2025-06-01")), "zorvex|data")
                .by(YEAR)
                .words())
        .matches(
            "Share of «zorvex\\|data» shows no steady trend: [\\d.]+ % in 2025, q = [\\d.]+, n ="
                + " 2,\\d+ in \\d+ weeks\\.");
  }

  @Test
  void saysWhenThereIsTooLittleToTest() {
    Trend short1 = Trend.of(LATER, papers("2025-01-02 agent", "2025-01-03 b"), "agent", "b");
    Table test = short1.test();
    assertThat(test.doubleColumn("p").countMissing()).isEqualTo(2);
    assertThat(test.doubleColumn("q").countMissing()).isEqualTo(2);
    assertThat(short1.words())
        .startsWith(
            "Share of «agent»: too few finished days with papers to test (2; it takes 8).\nShare of"
                + " «b»");
    assertThat(Trend.of(LATER, papers(), "agent").test().rowCount()).isEqualTo(1);
  }

  @Test
  void doesNotTestABucketThatIsNotFinished() {
    String[] rows = new String[10];
    for (int i = 0; i < 10; i++) {
      rows[i] = "2025-%02d-15 agent".formatted(i + 1);
    }
    Row row = Trend.of(clock("2025-10-16"), papers(rows), "agent").by(MONTH).test().row(0);
    assertThat(row.getInt("buckets")).isEqualTo(9);
    assertThat(row.getInt("n")).isEqualTo(9);
    assertThat(row.getDouble("p")).isEqualTo(1);
    assertThat(row.getString("words"))
        .isEqualTo(
            "Share of «agent» shows no steady trend: 100.0 % (1 of 1 paper) in 2025-01, 100.0 % (1"
                + " of 1 paper) in 2025-09, q = 1.00, n = 9 in 9 months.");
  }

  @Test
  void claimsNoFallFromNothingToNothingAndNamesWhatNobodyMentions() {
    List<String> rows = new ArrayList<>();
    for (int month = 0; month < 24; month++) {
      for (int i = 0; i < 40; i++) {
        boolean said = month > 0 && month < 22 && i < 24 - month + month % 2 * 2;
        rows.add(
            "20%d-%02d-%02d %s"
                .formatted(24 + month / 12, month % 12 + 1, 1 + i % 28, said ? "agent" : "other"));
      }
    }
    String[] words =
        Trend.of(LATER, papers(rows.toArray(String[]::new)), "agent", "zorvex")
            .by(MONTH)
            .words()
            .split("\n");
    assertThat(words[0])
        .matches(
            "Share of «agent» fell over the whole span, though not from its end to end \\(0\\.0 %"
                + " \\(0 of 40 papers\\) in 2024-01, 0\\.0 % \\(0 of 40 papers\\) in 2025-11\\), q"
                + " [<=] 0\\.0\\d+, n = 920 in 23 months\\.");
    assertThat(words[1]).isEqualTo("No paper mentions «zorvex»: n = 920 in 23 months.");
  }

  @Test
  void tellsFewTopicsInTheChart() {
    Trend one = Trend.of(LATER, GENERATED, "world model").by(MONTH);
    assertThat(one.plot().json().at("/layout/title/text").asText())
        .contains("Share of «world model» rose from");
    Trend four = Trend.of(LATER, GENERATED, "world model", "a", "b", "c").by(MONTH);
    assertThat(four.plot().json().at("/layout/title/text").asText()).doesNotContain("rose");
  }
}
