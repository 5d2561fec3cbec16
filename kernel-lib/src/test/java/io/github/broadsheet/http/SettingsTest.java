package io.github.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SettingsTest {
  @Test
  void keepsDataWhereTheReaderSays() {
    assertThat(Settings.of(Map.of("BROADSHEET_HOME", "/data/papers/")).home())
        .isEqualTo(Path.of("/data/papers").toAbsolutePath());
    assertThat(Settings.of(Map.of("BROADSHEET_HOME", "papers")).home())
        .isEqualTo(Path.of("papers").toAbsolutePath());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void keepsDataInThePlatformsFolderElse() {
    assertThat(Settings.of(Map.of("XDG_DATA_HOME", "/xdg", "BROADSHEET_HOME", " ")).home())
        .isEqualTo(Path.of("/xdg/broadsheet"));
    assertThat(Settings.of(Map.of()).home())
        .isEqualTo(Path.of(System.getProperty("user.home"), ".local/share/broadsheet"));
  }

  @Test
  void keepsTheTestsOutOfTheFolderOfWhoeverRunsThem() {
    assertThat(Settings.current().home().toString()).contains("target");
  }
}
