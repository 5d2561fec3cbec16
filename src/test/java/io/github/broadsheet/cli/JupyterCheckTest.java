package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class JupyterCheckTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void asksJupyterForItsVersionsAndFolders() throws IOException {
    JupyterCheck check = checkWithJupyter();
    assertThat(check.installed().state()).isEqualTo("jupyterlab 4.6.0, notebook 7.5.0");
    assertThat(check.kernel().todo()).containsExactly("Install it with: broadsheet install");
    kernel("[\"" + java() + "\", \"-cp\", \"" + java() + "\"]");
    assertThat(check.kernel().level()).isEqualTo(Finding.Level.FINE);
  }

  @Test
  void saysThatAKernelStartsAJavaThatIsGone() throws IOException {
    JupyterCheck check = checkWithJupyter();
    kernel("[\"/gone/bin/java\", \"-cp\", \"x\"]");
    assertThat(check.kernel().state()).contains("/gone/bin/java", "not there");
    kernel("[\"" + java() + "\", \"-cp\", \"/gone/broadsheet.jar:/gone/lib/*\"]");
    assertThat(check.kernel().state()).contains("/gone/broadsheet.jar", "not there");
    kernel("[");
    assertThat(check.kernel().state()).contains("cannot be read");
    kernel("[]");
    assertThat(check.kernel().level()).isEqualTo(Finding.Level.NOTE);
  }

  @Test
  void withoutJupyterSaysWhatStillWorks() {
    Finding finding = new JupyterCheck(Jupyter.find(Map.of("PATH", folder.toString()))).installed();
    assertThat(finding.level()).isEqualTo(Finding.Level.NOTE);
    assertThat(finding.todo().get(0)).contains("broadsheet run works without");
  }

  @Test
  void aJupyterThatFailsIsNotTrusted() throws IOException {
    script("exit 3");
    Jupyter jupyter = Jupyter.find(Map.of("PATH", folder.toString()));
    assertThat(jupyter.versions()).isEmpty();
    assertThat(jupyter.dataFolders()).isNotEmpty();
  }

  private JupyterCheck checkWithJupyter() throws IOException {
    script(
        """
        if [ "$1" = --paths ]; then echo '{"data": ["%s/data"]}'
        else printf 'Selected Jupyter core packages...\\njupyterlab       : 4.6.0\\n'
          printf 'notebook         : 7.5.0\\nqtconsole : not installed\\n'; fi
        """
            .formatted(folder));
    return new JupyterCheck(Jupyter.find(Map.of("PATH", "/nowhere:" + folder)));
  }

  private void script(String body) throws IOException {
    Path jupyter = Files.writeString(folder.resolve("jupyter"), "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(jupyter, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void kernel(String argv) throws IOException {
    Path kernel = Files.createDirectories(folder.resolve("data/kernels/broadsheet"));
    Files.writeString(kernel.resolve("kernel.json"), "{\"argv\": " + argv + "}");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
