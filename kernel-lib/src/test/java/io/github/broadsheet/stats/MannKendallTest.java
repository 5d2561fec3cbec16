package io.github.broadsheet.stats;

import static io.github.broadsheet.stats.Autocorrelation.FIRST_ORDER;
import static io.github.broadsheet.stats.Autocorrelation.HAMED_RAO;
import static io.github.broadsheet.stats.Autocorrelation.IGNORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.junit.jupiter.api.Test;

class MannKendallTest {
  /** The flow of the Nile at Aswan, 1871 to 1970. */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  /** Monthly sales of shampoo over three years (Makridakis, Wheelwright and Hyndman 1998). */
  private static final double[] SHAMPOO = {
    266.0, 145.9, 183.1, 119.3, 180.3, 168.5, 231.8, 224.5, 192.8, 122.9, 336.5, 185.9, 194.3,
    149.5, 210.1, 273.3, 191.4, 287.0, 226.0, 303.6, 289.9, 421.6, 264.5, 342.3, 339.7, 440.4,
    315.9, 439.3, 401.3, 437.4, 575.5, 407.6, 682.0, 475.3, 581.3, 646.9
  };

  /** The worked example with ties of EPA QA/G-9S (2006), page 109. */
  @Test
  void agreesWithThePublishedExampleWithTies() {
    MannKendall test = MannKendall.of(IGNORED, 10, 10, 10, 5, 10, 20, 18, 17, 15, 24, 15);
    assertThat(test.n()).isEqualTo(11);
    assertThat(test.s()).isEqualTo(22);
    assertThat(test.variance()).isCloseTo(155.33, within(0.005));
    assertThat(test.z()).isCloseTo(1.685, within(0.0005));
    assertThat(test.p()).isCloseTo(0.0920, within(0.00005));
    assertThat(test.sen().slope()).isEqualTo(1);
  }

  /** Values of R (Kendall, trend) and, for the interval, of SciPy's theilslopes. */
  @Test
  void agreesWithOthersOnTheNile() {
    MannKendall test = MannKendall.of(IGNORED, NILE);
    assertThat(test.s()).isEqualTo(-1387);
    assertThat(test.variance()).isCloseTo(112728.33, within(0.005));
    assertThat(test.z()).isCloseTo(-4.12807, within(5e-6));
    assertThat(test.p()).isCloseTo(3.658e-5, within(5e-9));
    assertThat(test.sen().slope()).isCloseTo(-2.6, within(1e-12));
    Interval interval = test.sen().interval(test.variance());
    assertThat(interval.low()).isCloseTo(-3.627907, within(5e-7));
    assertThat(interval.high()).isCloseTo(-1.428571, within(5e-7));
  }

  /** The value that pyMannKendall 1.4 documents for this series. */
  @Test
  void agreesWithHamedAndRaoOnShampoo() {
    MannKendall test = MannKendall.of(HAMED_RAO, SHAMPOO);
    assertThat(test.z()).isCloseTo(5.130377554630905, within(1e-9));
    assertThat(test.sen().slope()).isCloseTo(11.509375, within(1e-12));
  }

  @Test
  void givesKendallsTauB() {
    double[] years = new double[NILE.length];
    for (int i = 0; i < years.length; i++) {
      years[i] = i;
    }
    assertThat(MannKendall.of(IGNORED, NILE).tau())
        .isCloseTo(new KendallsCorrelation().correlation(years, NILE), within(1e-12));
  }

  /** Plain, of 36 months whose neighbours correlate by 0.6, some 29 % would be a trend. */
  @Test
  void keepsItsLevelWhereNeighboursResembleEachOther() {
    Random random = new Random(1959);
    int plain = 0;
    int corrected = 0;
    int rounds = 1000;
    for (int round = 0; round < rounds; round++) {
      double[] wandering = new double[36];
      double level = random.nextGaussian() / 0.8;
      for (int i = 0; i < wandering.length; i++) {
        level = 0.6 * level + random.nextGaussian();
        wandering[i] = level;
      }
      plain += MannKendall.of(IGNORED, wandering).p() < 0.05 ? 1 : 0;
      corrected += MannKendall.of(FIRST_ORDER, wandering).p() < 0.05 ? 1 : 0;
    }
    assertThat(plain).isBetween(rounds * 24 / 100, rounds * 34 / 100);
    assertThat(corrected).isLessThan(rounds * 10 / 100);
  }

  /** Months of a field with a yearly season, none with a trend; the season begins anywhere. */
  @Test
  void keepsItsLevelWhereTheYearHasASeason() {
    int rounds = 500;
    for (double season : new double[] {0.5, 1, 3}) {
      for (int months : new int[] {15, 18, 24, 36, 60}) {
        Random random = new Random(2024);
        int found = 0;
        for (int round = 0; round < rounds; round++) {
          double begin = 12 * random.nextDouble();
          double[] shares = new double[months];
          for (int i = 0; i < months; i++) {
            double part = Math.sin(2 * Math.PI * (i + begin) / 12);
            shares[i] = season * Math.sqrt(2) * part + random.nextGaussian();
          }
          found += MannKendall.of(FIRST_ORDER, shares).p() <= 0.05 ? 1 : 0;
        }
        assertThat(found)
            .as("%d months, season %.1f", months, season)
            .isLessThanOrEqualTo(rounds * 6 / 100);
      }
    }
  }

  @Test
  void findsATrendInIndependentNoiseAlmostAsOftenAsThePlainTest() {
    Random random = new Random(1998);
    int plain = 0;
    int corrected = 0;
    for (int round = 0; round < 300; round++) {
      double[] rising = new double[24];
      for (int i = 0; i < rising.length; i++) {
        rising[i] = 0.1 * i + random.nextGaussian();
      }
      plain += MannKendall.of(IGNORED, rising).p() < 0.05 ? 1 : 0;
      corrected += MannKendall.of(FIRST_ORDER, rising).p() < 0.05 ? 1 : 0;
    }
    assertThat(corrected).isBetween(plain * 85 / 100, plain);
  }

  @Test
  void leavesOutMissingValuesAndKeepsTheirSteps() {
    double gap = Double.NaN;
    MannKendall test = MannKendall.of(FIRST_ORDER, gap, 1, 3, gap, 7, 9, gap, gap, 15);
    assertThat(test.n()).isEqualTo(5);
    assertThat(test.s()).isEqualTo(10);
    assertThat(test.tau()).isEqualTo(1);
    assertThat(test.sen().slope()).isEqualTo(2);
  }

  @Test
  void findsNoTrendInWhatStaysTheSame() {
    for (Autocorrelation correction : Autocorrelation.values()) {
      MannKendall test = MannKendall.of(correction, 0, 0, -0.0, 0, 0, 0, 0, 0);
      assertThat(test.p()).isEqualTo(1);
      assertThat(test.tau()).isZero();
      assertThat(test.sen().interval(test.variance())).isEqualTo(new Interval(0, 0));
    }
  }

  @Test
  void saysNothingOfTwoValues() {
    for (Autocorrelation correction : Autocorrelation.values()) {
      assertThat(MannKendall.of(correction, 1, Double.NaN, 9).p()).isEqualTo(1);
    }
  }

  @Test
  void refusesASeriesThatIsTooShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannKendall.of(IGNORED, 1, Double.NaN))
        .withMessage("A slope needs at least two values; there are 1.");
  }
}
