package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DaysTest {
  @Test
  void readsDaysWeeksAndMonths() {
    assertThat(Days.day(" 2024-02-29 ")).isEqualTo("2024-02-29");
    assertThat(Days.month("2025-03")).hasToString("2025-03");
    assertThat(Days.week("2025-W10")).isEqualTo("2025-03-03");
    assertThat(Days.week("2025-W01")).isEqualTo("2024-12-30");
    assertThat(Days.week("2026-W53")).isEqualTo("2026-12-28");
  }

  @Test
  void saysWhatIsWrongWithADay() {
    refuses(
        Days::day,
        "2025-02-30",
        "There is no day \"2025-02-30\": February 2025 has 28 days. A day is written like"
            + " \"2025-02-28\".");
    refuses(
        Days::day,
        "2025-13-40",
        "There is no month 13 in \"2025-13-40\": months go from 01 to 12, as in \"2025-10-29\".");
    refuses(
        Days::day,
        "29.10.2025",
        "\"29.10.2025\" is not a day. Write it as year-month-day, like \"2025-10-29\".");
    refuses(Days::day, "", "\"\" is not a day. Write it as year-month-day, like \"2025-10-29\".");
  }

  @Test
  void saysWhatIsWrongWithAWeekOrAMonth() {
    refuses(
        Days::week,
        "2025-10",
        "\"2025-10\" is not a week. Write it as year and ISO week number, like \"2025-W10\".");
    refuses(
        Days::week,
        "2025-W53",
        "There is no week \"2025-W53\": the weeks of 2025 go from \"2025-W01\" to \"2025-W52\".");
    refuses(
        Days::week,
        "2026-W00",
        "There is no week \"2026-W00\": the weeks of 2026 go from \"2026-W01\" to \"2026-W53\".");
    refuses(
        Days::month,
        "March 2025",
        "\"March 2025\" is not a month. Write it as year-month, like \"2025-03\".");
    refuses(
        Days::month,
        "2025-00",
        "There is no month 00 in \"2025-00\": months go from 01 to 12, as in \"2025-10-29\".");
  }

  private static void refuses(Function<String, ?> reading, String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> reading.apply(text)).withMessage(message);
  }
}
