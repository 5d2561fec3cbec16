package io.github.broadsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonTest {
  /** Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, .2553, .3662",
    "15, 148, .0624, .1605",
    "0, 20, .0000, .1611",
    "1, 29, .0061, .1718"
  })
  void givesThePublishedIntervals(int count, int total, double low, double high) {
    Interval interval = Wilson.of(count, total);
    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void endsExactlyAtZeroAndAtOne() {
    for (int total : new int[] {1, 2, 7, 20, 263, 1_000_003}) {
      assertThat(Wilson.of(0, total).low()).isZero();
      assertThat(Wilson.of(total, total).high()).isEqualTo(1);
      assertThat(Wilson.of(0, total).high())
          .isCloseTo(1 - Wilson.of(total, total).low(), within(1e-12));
    }
  }

  /** At small counts the Wald interval covers 46 % where it promises 95 %. */
  @Test
  void coversWhatItPromisesAtSmallCounts() {
    double p = 0.01;
    int n = 60;
    double covered = 0;
    for (int k = 0; k <= n; k++) {
      Interval interval = Wilson.of(k, n);
      if (interval.low() <= p && p <= interval.high()) {
        covered += binomial(n, k, p);
      }
    }
    assertThat(covered).isGreaterThan(0.95);
  }

  @Test
  void knowsLittleFromOnePaper() {
    assertThat(Wilson.of(1, 1).low()).isCloseTo(0.20655, within(1e-5));
    assertThat(Wilson.of(0, 1).high()).isCloseTo(0.79345, within(1e-5));
    // Sums of weights may come out a hair above one.
    Interval all = Wilson.of(Math.nextUp(1.0), 3.5);
    assertThat(all.high()).isEqualTo(1);
    assertThat(all.low()).isBetween(0.4, 0.6);
  }

  @Test
  void refusesAShareOfNothing() {
    assertThatThrownBy(() -> Wilson.of(0, 0)).hasMessageContaining("got 0 of 0");
    assertThatThrownBy(() -> Wilson.of(3, 2)).hasMessageContaining("got 3 of 2");
  }

  private static double binomial(int n, int k, double p) {
    double choose = 1;
    for (int i = 0; i < k; i++) {
      choose = choose * (n - i) / (i + 1);
    }
    return choose * Math.pow(p, k) * Math.pow(1 - p, n - k);
  }
}
