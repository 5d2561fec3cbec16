package io.github.broadsheet.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel in {@code jupyter console}, typed at through a terminal. */
class ConsoleIT {
  @TempDir Path folder;

  @BeforeEach
  void needsTheFrontEnd() {
    Frontend.needProgram();
    Frontend.needPython("jupyter_console", "jupyter-console");
    Frontend.needPython("pexpect", "python3-pexpect");
  }

  @Test
  void aTypedLineIsAnsweredAndAListingReadsWell() throws Exception {
    Path kernels = Program.installKernel(folder.resolve("prefix"));
    Path script = folder.resolve("type.py");
    Files.writeString(
        script,
        """
        import pexpect, sys
        console = pexpect.spawn(sys.executable, ["-m", "jupyter_console", "--kernel", "broadsheet", "--simple-prompt"],
                                encoding="utf-8", timeout=60, dimensions=(50, 120))
        console.logfile_read = sys.stdout
        console.expect(r"In \\[1\\]")
        console.sendline("20 + 22")
        console.expect(r"Out\\[1\\][^\\n]*42")
        console.expect(r"In \\[2\\]")
        console.sendline("Papers.sample().first(3)")
        console.expect("A-STAR")
        console.expect(r"In \\[3\\]")
        console.sendline("exit")
        console.expect(pexpect.EOF)
        """);
    ProcessBuilder builder =
        new ProcessBuilder(Frontend.PYTHON.toString(), script.toString()).redirectErrorStream(true);
    builder.environment().putAll(JupyterServer.environment(folder.resolve("home"), kernels));
    Process process = builder.start();
    String seen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(seen).isZero();
  }
}
