package io.github.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookFile;
import io.github.broadsheet.notebook.Output;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, started as a user starts it: with the launcher. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
  private static final Path ROOT = Path.of(System.getProperty("broadsheet.root", ".."));

  @TempDir private Path folder = Path.of("");

  @Test
  void runsANotebookThroughALinkFromAnyFolderWithoutBuildingAgain() throws Exception {
    NotebookText.of("\"größer \" + 6 * 7").in(folder);
    Path link = Files.createSymbolicLink(folder.resolve("bs"), ROOT.resolve("broadsheet"));
    Ended ended = wait(start(link, Map.of("LC_ALL", "C"), "run", "nb.ipynb"));
    assertThat(ended.err()).contains("[1/1] \"größer \" + 6 * 7").doesNotContain("building");
    assertThat(ended.code()).isZero();
    Output.Data result = (Output.Data) executed().cells().get(0).outputs().get(0);
    assertThat(result.content("text/plain").orElseThrow().textValue()).isEqualTo("größer 42");
  }

  @Test
  void keepsWhatWasDoneWhenItIsStopped() throws Exception {
    NotebookText.of(
            "\"kept\"",
            "System.out.println(\"begun\"); Files.createFile(Path.of(\"begun\")); Thread.sleep(60_000);")
        .in(folder);
    Process process = start(ROOT.resolve("broadsheet"), Map.of(), "run", "nb.ipynb");
    Instant patience = Instant.now().plus(Duration.ofSeconds(60));
    while (!Files.exists(folder.resolve("begun")) && Instant.now().isBefore(patience)) {
      Thread.sleep(50);
    }
    process.destroy();
    Ended ended = wait(process);
    assertThat(ended.code()).isNotZero();
    assertThat(ended.err()).contains("Stopped.");
    assertThat(executed().cells().get(0).outputs()).hasSize(1);
    List<Output> cut = executed().cells().get(1).outputs();
    assertThat(cut.get(0)).isEqualTo(new Output.Stream("stdout", "begun\n"));
    assertThat(cut.get(1)).isInstanceOf(Output.Error.class);
  }

  @Test
  void aCellThatEndsTheProgramIsAFailureThatIsKept() throws Exception {
    NotebookText.of("\"kept\"", "Runtime.getRuntime().exit(0);", "\"never\"").in(folder);
    Ended ended = wait(start(ROOT.resolve("broadsheet"), Map.of(), "run", "nb.ipynb"));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("the cell called System.exit", "Stopped.");
    assertThat(executed().cells().get(0).outputs()).hasSize(1);
    assertThat(executed().cells().get(1).outputs().get(0))
        .isInstanceOfSatisfying(
            Output.Error.class, error -> assertThat(error.message()).contains("System.exit"));
    assertThat(executed().cells().get(2).outputs()).isEmpty();
  }

  @Test
  void keepsWhatWasDoneWhenTheMemoryIsFull() throws Exception {
    NotebookText.of(
            "\"kept\"",
            "var all = new ArrayList<long[]>(); while (true) all.add(new long[1_000_000]);")
        .in(folder);
    Map<String, String> options = Map.of("BROADSHEET_JAVA_OPTS", "-Xmx200m");
    Ended ended = wait(start(ROOT.resolve("broadsheet"), options, "run", "nb.ipynb"));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("OutOfMemoryError", "Written: ");
    assertThat(executed().cells().get(0).outputs()).hasSize(1);
  }

  @Test
  void saysThatTheDiskIsFull() throws Exception {
    Files.writeString(folder.resolve("keep.ipynb"), "old");
    NotebookText.of("\"x\".repeat(100_000)").in(folder);
    String run = ROOT.resolve("broadsheet").toAbsolutePath() + " run nb.ipynb -o keep.ipynb";
    script("limited", "trap '' XFSZ; ulimit -f 40; exec " + run);
    Ended ended = wait(start(folder.resolve("limited"), Map.of()));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("keep.ipynb: ", "nothing of it was written");
    assertThat(folder.resolve("keep.ipynb")).hasContent("old");
  }

  @Test
  void anArchiveThatDoesNotFitIsPassedOver() throws Exception {
    Path launcher =
        tree("mkdir -p src/target; cp -r %s %s src/target/; echo old >src/target/classes.jsa");
    Map<String, String> path = Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    assertThat(wait(start(launcher, path, "--version")).code()).isZero();
    assertThat(folder.resolve("src/target/classes.jsa")).exists();
    Ended ended = wait(start(launcher, path, "--version"));
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void takesAnotherCollectorThanItsOwn() throws Exception {
    Map<String, String> options = Map.of("BROADSHEET_JAVA_OPTS", "-XX:+UseG1GC -Xmx300m");
    assertThat(wait(start(ROOT.resolve("broadsheet"), options, "--version")).code()).isZero();
  }

  @Test
  void saysThatJavaIsMissingOrTooOld() throws Exception {
    Path launcher = ROOT.resolve("broadsheet");
    Ended missing = wait(start(launcher, Map.of("JAVA_HOME", "/nowhere"), "--version"));
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("needs Java", "JAVA_HOME is /nowhere", "JDK 17");
    script("old/bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    String old = folder.resolve("old").toString();
    Ended tooOld = wait(start(launcher, Map.of("JAVA_HOME", old), "--version"));
    assertThat(tooOld.code()).isEqualTo(1);
    assertThat(tooOld.err()).contains("11.0.2", "17 or newer");
    script("old/bin/java", "echo 'java version \"1.8.0_392\"' >&2");
    assertThat(wait(start(launcher, Map.of("JAVA_HOME", old), "--version")).err())
        .contains("1.8.0_392");
    script("old/bin/java", "echo 'openjdk version \"21\" 2023-09-19' >&2");
    assertThat(wait(start(launcher, Map.of("JAVA_HOME", old), "--version")).err())
        .contains("only a runtime", "javac");
  }

  @Test
  void buildsOnceForTwoStartsAndAgainOnlyWhenASourceIsNewer() throws Exception {
    Path launcher =
        tree("echo run >>builds; sleep 1; mkdir -p src/target; cp -r %s %s src/target/");
    Map<String, String> path = Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    Process one = start(launcher, path, "--version");
    Ended two = wait(start(launcher, path, "--version"));
    one.waitFor(60, TimeUnit.SECONDS);
    assertThat(two.code()).describedAs(two.err()).isZero();
    assertThat(builds()).isEqualTo(1);
    assertThat(wait(start(launcher, path, "--version")).err()).isEmpty();
    Path source = folder.resolve("src/main/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
    assertThat(wait(start(launcher, path, "--version")).err()).contains("sources are newer");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void takesOverFromABuildThatDied() throws Exception {
    Path launcher = tree("echo run >>builds; mkdir -p src/target; cp -r %s %s src/target/");
    Files.createDirectories(folder.resolve("src/target/build.lock"));
    Files.writeString(folder.resolve("src/target/build.lock/pid"), "999999999\n");
    Ended ended =
        wait(
            start(
                launcher,
                Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH")),
                "--version"));
    assertThat(ended.code()).describedAs(ended.err()).isZero();
    assertThat(folder.resolve("src/target/build.lock")).doesNotExist();
  }

  @Test
  void showsTheEndOfABuildThatFailed() throws Exception {
    Path launcher = tree("echo '[ERROR] no symbol Foo'; exit 1; : %s %s");
    Map<String, String> path = Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    Ended ended = wait(start(launcher, path, "--version"));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("the build failed", "build.log", "no symbol Foo", "mvn");
    assertThat(folder.resolve("src/target/build.lock")).doesNotExist();
  }

  // A program of one source, whose Maven is a script that takes the real jars.
  private Path tree(String maven) throws IOException {
    for (String part : List.of("kernel-lib/src/main", "src/main")) {
      Files.createDirectories(folder.resolve(part));
    }
    for (String file : List.of("pom.xml", "kernel-lib/pom.xml", "src/pom.xml", "src/main/A.java")) {
      Files.writeString(folder.resolve(file), "");
    }
    Path target = ROOT.toAbsolutePath().resolve("src/target");
    script("bin/mvn", maven.formatted(target.resolve("broadsheet.jar"), target.resolve("lib")));
    return Files.copy(ROOT.resolve("broadsheet"), folder.resolve("broadsheet"));
  }

  private long builds() throws IOException {
    return Files.readAllLines(folder.resolve("builds")).size();
  }

  private void script(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Notebook executed() throws IOException {
    return NotebookFile.read(folder.resolve("nb.executed.ipynb"));
  }

  private Process start(Path launcher, Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toAbsolutePath().toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder
        .redirectError(new File(folder.toFile(), "err.txt"))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private record Ended(int code, String err) {}

  private Ended wait(Process process) throws InterruptedException {
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    try {
      byte[] err = Files.readAllBytes(folder.resolve("err.txt"));
      return new Ended(process.exitValue(), new String(err, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
