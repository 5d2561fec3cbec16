package io.github.broadsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTestTest {
  @Test
  void isTheTailOfABinomial() {
    assertThat(RateTest.rise(0, 5, 100, 100)).isCloseTo(1 / 32.0, within(1e-12));
    // 2 + 3 events, a quarter of the exposure later: P(X >= 3) of Binomial(5, 1/4) = 106/1024.
    assertThat(RateTest.rise(2, 3, 300, 100)).isCloseTo(106 / 1024.0, within(1e-12));
    assertThat(RateTest.rise(7, 0, 10, 10)).isEqualTo(1);
  }

  @Test
  void keepsTheDigitsOfTinyTails() {
    assertThat(RateTest.rise(0, 200, 1, 1)).isCloseTo(Math.pow(0.5, 200), within(1e-72));
  }

  @Test
  void makesClumpsLessSurprising() {
    assertThat(RateTest.dispersed(0.01, 1)).isEqualTo(0.01);
    // z = 2.3263, over 2: 1.1632, above it 0.1224.
    assertThat(RateTest.dispersed(0.01, 4)).isCloseTo(0.1224, within(1e-4));
    // z = 37.0471 of 1e-300, over sqrt 2: 26.1963, above it 1.49e-151.
    assertThat(Math.log10(RateTest.dispersed(1e-300, 2))).isCloseTo(-150.8, within(0.2));
    assertThat(RateTest.dispersed(0.7, 9)).isEqualTo(0.7);
  }
}
