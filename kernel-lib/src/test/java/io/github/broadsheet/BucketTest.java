package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {
  @ParameterizedTest
  @CsvSource({
    "DAY, 2024-12-30, 2024-12-30, 2024-12-30, 2024-12-30",
    "WEEK, 2024-12-29, 2024-12-23, 2024-12-29, 2024-W52",
    "WEEK, 2024-12-31, 2024-12-30, 2025-01-05, 2025-W01",
    "WEEK, 2026-01-01, 2025-12-29, 2026-01-04, 2026-W01",
    "WEEK, 2021-01-03, 2020-12-28, 2021-01-03, 2020-W53",
    "WEEK, 2021-01-04, 2021-01-04, 2021-01-10, 2021-W01",
    "MONTH, 2024-02-29, 2024-02-01, 2024-02-29, 2024-02",
    "QUARTER, 2025-05-31, 2025-04-01, 2025-06-30, 2025-Q2",
    "QUARTER, 2025-12-31, 2025-10-01, 2025-12-31, 2025-Q4",
    "YEAR, 2025-12-31, 2025-01-01, 2025-12-31, 2025",
  })
  void holdsTheDaysOfTheCalendar(
      Bucket bucket, LocalDate day, LocalDate start, LocalDate end, String label) {
    assertThat(bucket.start(day)).isEqualTo(start);
    assertThat(bucket.end(day)).isEqualTo(end);
    assertThat(bucket.label(day)).isEqualTo(label);
    assertThat(bucket.label(start)).isEqualTo(label);
  }

  @Test
  void followsOneAnotherWithoutGapOrOverlap() {
    for (Bucket bucket : Bucket.values()) {
      LocalDate day = LocalDate.parse("2019-12-25");
      for (int i = 0; i < 800; i++) {
        LocalDate next = day.plusDays(1);
        boolean same = bucket.start(day).equals(bucket.start(next));
        assertThat(bucket.end(day).equals(day)).isEqualTo(!same);
        assertThat(bucket.between(day, next)).isEqualTo(same ? 0 : 1);
        day = next;
      }
    }
  }

  @Test
  void isNamedInPlainDigitsInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Bucket.WEEK.label(LocalDate.parse("2025-03-04"))).isEqualTo("2025-W10");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void fitsTheSpan() {
    LocalDate first = LocalDate.parse("2020-01-01");
    assertThat(Bucket.fitting(first, first, 100_000)).isEqualTo(Bucket.DAY);
    assertThat(Bucket.fitting(first, first.plusDays(14), 100_000)).isEqualTo(Bucket.WEEK);
    assertThat(Bucket.fitting(first, LocalDate.parse("2020-06-30"), 100_000))
        .isEqualTo(Bucket.WEEK);
    assertThat(Bucket.fitting(first, LocalDate.parse("2020-07-01"), 100_000))
        .isEqualTo(Bucket.MONTH);
    assertThat(Bucket.fitting(first, LocalDate.parse("2028-01-01"), 100_000))
        .isEqualTo(Bucket.YEAR);
  }

  @Test
  void isLongerWhereThereAreFewPapers() {
    LocalDate first = LocalDate.parse("2021-05-28");
    LocalDate last = LocalDate.parse("2026-05-25");
    assertThat(Bucket.fitting(first, last, 305)).isEqualTo(Bucket.MONTH);
    assertThat(Bucket.fitting(first, last, 304)).isEqualTo(Bucket.QUARTER);
    assertThat(Bucket.fitting(first, last, 39)).isEqualTo(Bucket.YEAR);
    assertThat(Bucket.fitting(last, last, 1)).isEqualTo(Bucket.DAY);
    assertThat(Bucket.fitting(last, last.plusDays(13), 2)).isEqualTo(Bucket.DAY);
  }
}
