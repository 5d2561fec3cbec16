package io.github.broadsheet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: reads the command line, runs one command, and ends with its exit code. */
@Command(
    name = "broadsheet",
    description = "A research notebook for the JVM, and the daily flood of papers as tables.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit code:%n",
    exitCodeList = {
      "0:done",
      "1:a cell or a request failed; what was done is written all the same",
      "2:wrong use; nothing was run"
    },
    subcommands = {
      RunCommand.class,
      ShareCommand.class,
      CheckCommand.class,
      TodayCommand.class,
      SearchCommand.class,
      FetchCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      DoctorCommand.class,
      InstallCommand.class,
      UninstallCommand.class,
      KernelCommand.class,
      CommandLine.HelpCommand.class
    })
public final class Main implements Callable<Integer> {
  /** The request was understood and a cell, a request or a file failed. */
  static final int FAILED = 1;

  /** Ctrl-C, as a shell counts it. */
  static final int STOPPED = 130;

  private static final int NARROWEST_HELP = 55; // picocli refuses less

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "With an error, show where it happened in the program.")
  @SuppressWarnings("UnusedVariable") // Failures asks picocli whether it was given.
  private boolean verbose;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Terminal terminal;

  Main(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Where a command writes to. */
  Terminal terminal() {
    return terminal;
  }

  /** Without a command: says which there are. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  /** Runs a command line and ends the process, also when a cell left threads behind. */
  public static void main(String[] args) {
    int code =
        execute(
            Terminal.ofProcess(), console(FileDescriptor.out), console(FileDescriptor.err), args);
    System.exit(code);
  }

  /** Runs a command line and gives its exit code; never throws. */
  static int execute(Terminal terminal, PrintWriter out, PrintWriter err, String... args) {
    CommandLine commandLine =
        new CommandLine(new Main(terminal))
            .setOut(out)
            .setErr(err)
            .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.out()))
            .setUsageHelpWidth(Math.max(NARROWEST_HELP, terminal.columns()))
            .registerConverter(LocalDate.class, Main::day)
            .setExecutionExceptionHandler(new Failures())
            .setParameterExceptionHandler(new WrongUse());
    int code = commandLine.execute(args);
    out.flush();
    err.flush();
    return code;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "there is no day \"" + text + "\"; one is written year-month-day, such as 2025-10-29");
    }
  }

  // JDK 17 writes "?" for what the locale lacks; terminals and files of today are UTF-8.
  static PrintWriter console(FileDescriptor descriptor) {
    return new PrintWriter(
        new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8),
        true,
        StandardCharsets.UTF_8);
  }
}
