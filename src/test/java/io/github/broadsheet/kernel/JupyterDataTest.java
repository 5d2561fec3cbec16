package io.github.broadsheet.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JupyterDataTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void followsJupytersOwnRules() {
    assertThat(folder(Map.of(), "linux")).isEqualTo("/home/ada/.local/share/jupyter");
    assertThat(folder(Map.of("XDG_DATA_HOME", "/data"), "linux")).isEqualTo("/data/jupyter");
    assertThat(folder(Map.of("XDG_DATA_HOME", ""), "linux"))
        .isEqualTo("/home/ada/.local/share/jupyter");
    assertThat(folder(Map.of(), "mac os x")).isEqualTo("/home/ada/Library/Jupyter");
    assertThat(folder(Map.of("APPDATA", "/roaming"), "windows 11")).isEqualTo("/roaming/jupyter");
    assertThat(folder(Map.of(), "windows 11")).isEqualTo("/home/ada/.jupyter/data");
    assertThat(folder(Map.of("JUPYTER_CONFIG_DIR", "/cfg"), "windows 11")).isEqualTo("/cfg/data");
    assertThat(folder(Map.of("JUPYTER_DATA_DIR", "/mine", "XDG_DATA_HOME", "/data"), "linux"))
        .isEqualTo("/mine");
  }

  @Test
  void knowsWhereAnEnvironmentKeepsItsKernels() {
    assertThat(JupyterData.ofPrefix(Path.of("/opt/../opt/venv")))
        .isEqualTo(Path.of("/opt/venv/share/jupyter"));
  }

  private static String folder(Map<String, String> environment, String os) {
    return JupyterData.ofUser(environment, os, HOME).toString();
  }
}
