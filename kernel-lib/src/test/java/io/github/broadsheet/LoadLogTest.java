package io.github.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.source.LoadLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadLogTest {
  @BeforeEach
  void begin() {
    LoadLog.clear();
  }

  @Test
  void tellsEachListingOnceWithItsSizeSourceAndTime() {
    Papers.sample();
    Papers.sample().where(Filter.about("attention"));
    assertThat(LoadLog.all())
        .containsExactly(
            new LoadLog.Load(
                "Sample of Daily Papers",
                41,
                List.of("sample"),
                Instant.parse("2026-06-01T00:00:00Z")));
    LoadLog.clear();
    assertThat(LoadLog.all()).isEmpty();
  }

  @Test
  void tellsFilesAsWell(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.csv");
    Papers.write(Papers.sample().first(3), file);
    Papers.read(file);
    assertThat(Files.exists(file)).isTrue();
    assertThat(LoadLog.all()).hasSize(2).last().extracting(LoadLog.Load::papers).isEqualTo(3);
  }
}
