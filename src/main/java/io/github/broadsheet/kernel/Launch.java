package io.github.broadsheet.kernel;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start a kernel process: with the Java that runs now, so that a later change of PATH does
 * not break it, and with the program that runs now.
 *
 * @param jvmArguments more options for Java
 * @param compilation the file that tells Java which code only its quick compiler is to compile
 */
record Launch(List<String> jvmArguments, Path compilation) {
  /**
   * A cell's own code is worth Java's second compiler when it computes for seconds, and then gets
   * it within tenths of one. With Java's own limits that compiler works as long as the start itself
   * on code that is run no more.
   */
  private static final List<String> LATE_COMPILATION =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=100000",
          "-XX:Tier4BackEdgeThreshold=200000");

  /**
   * With this collector Java compiles a loop that counts so that nothing can stop it, nor any other
   * thread go on that needs all of them to stand still: a cell of two such loops would be the end
   * of the kernel. These are the values of Java's own collector.
   */
  private static final List<String> STOPPABLE_LOOPS =
      List.of("-XX:+UseCountedLoopSafepoints", "-XX:LoopStripMiningIter=1000");

  /** The first JDK that warns of what SQLite and Tablesaw's libraries do. */
  private static final int WARNING = 24;

  private static final String MAIN = "io.github.broadsheet.cli.KernelMain";

  public Launch {
    jvmArguments = List.copyOf(jvmArguments);
  }

  /** The command by which Jupyter starts the kernel. */
  List<String> kernel() {
    return command(List.of(), "{connection_file}");
  }

  /** The same with a class-data archive; one that no longer fits is passed over in silence. */
  List<String> kernelWith(Path archive) {
    return command(
        List.of(
            "-Xlog:disable", "-Xlog:all=error,cds*=off:stderr", "-XX:SharedArchiveFile=" + archive),
        "{connection_file}");
  }

  /** Runs a kernel for nobody, and keeps which classes it loaded; false if that failed. */
  boolean record(Path archive) throws IOException, InterruptedException {
    List<String> recording = List.of("-XX:ArchiveClassesAtExit=" + archive);
    return Rehearsal.run(file -> command(recording, file.toString())) && Files.exists(archive);
  }

  private List<String> command(List<String> archiveOptions, String argument) {
    boolean windows = File.separatorChar == '\\';
    Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    // Serial: of the collectors the smallest memory and the fastest start. The heap begins small
    // and grows as it is used; Java's own would be the 64th part of the machine, filled first. What
    // a start makes fits into its young part, so that nothing is collected before the first cell.
    command.addAll(List.of("-XX:+UseSerialGC", "-Xms64m", "-XX:NewSize=36m", "-Xshare:auto"));
    // Its counters for other programs would wake the kernel twenty times a second.
    command.add("-XX:-UsePerfData");
    command.addAll(STOPPABLE_LOOPS);
    command.addAll(LATE_COMPILATION);
    // What starts a session and compiles cells: the second compiler would work on it for minutes.
    // JDK 17 says on standard output that it has read this file; it says nothing else there.
    command.addAll(
        List.of(
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-DisplayVMOutput",
            // The archive where it was recorded: at another address Java would mend each pointer.
            "-XX:ArchiveRelocationMode=0",
            "-XX:CompilerDirectivesFile=" + compilation));
    if (Runtime.version().feature() >= WARNING) {
      command.addAll(
          List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    }
    command.addAll(archiveOptions);
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
    // Java's own answer to the question for which it would open every jar of the class path.
    String selectors = SelectorProvider.provider().getClass().getName();
    command.add("-Djava.nio.channels.spi.SelectorProvider=" + selectors);
    for (String part : List.of("api", "code")) {
      command.add("--add-exports");
      command.add("jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED");
    }
    command.addAll(List.of("--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED"));
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", classPath(), MAIN, "kernel", argument));
    return command;
  }

  /** Of the packaged program its jar and the folder beside it; else what this process was given. */
  private static String classPath() {
    Path program;
    try {
      program = Path.of(Launch.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return program.toString().endsWith(".jar")
        ? program + File.pathSeparator + program.resolveSibling("lib").resolve("*")
        : System.getProperty("java.class.path");
  }
}
