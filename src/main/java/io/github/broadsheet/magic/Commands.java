package io.github.broadsheet.magic;

import io.github.broadsheet.engine.CommandException;
import io.github.broadsheet.engine.Step;
import io.github.broadsheet.hint.Nearest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The magics of one session. */
final class Commands {
  private static final int LIST_WIDTH = 26;

  /** What other kernels call so. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "%pip", "%maven group:artifact:version fetches a library.",
          "%conda", "%maven group:artifact:version fetches a library.",
          "%run", "%load FILE runs a file.",
          "%timeit", "%time STATEMENT says how long a statement takes.",
          "%%timeit", "%%time says how long a cell takes.",
          "%matplotlib", "Charts show themselves: Plot.bars(papers, \"organization\").",
          "%cd", "Files are named from the folder of the notebook, or with their full path.");

  private final Map<String, Command> byName = new LinkedHashMap<>();

  Commands(Variables variables, MavenSettings maven) {
    this(variables, maven, Sharing.NONE);
  }

  Commands(Variables variables, MavenSettings maven, Sharing sharing) {
    Load load = new Load(this);
    Dependencies dependencies = new Dependencies(maven);
    add(
        "%maven G:A:V…",
        "Fetches artifacts with all they need, in versions that fit each other. All that the session asked"
            + " for is resolved together, and one version of each artifact is chosen. Their sources come"
            + " along, for Shift-Tab. What is in the local repository needs no network; with"
            + " BROADSHEET_OFFLINE=1 nothing else is used. Also G:A:EXTENSION:CLASSIFIER:V.",
        "%maven org.apache.commons:commons-csv:1.10.0",
        dependencies::maven,
        "%dependency",
        "%addMavenDependency",
        "%addMavenDependencies");
    add(
        "%mavenRepo ID URL",
        "Adds a repository that %maven asks besides those of ~/.m2/settings.xml.",
        "%mavenRepo lab https://maven.example.org/releases",
        dependencies::repository,
        "%addMavenRepo");
    add(
        "%loadFromPOM FILE",
        "Fetches the dependencies that a pom.xml declares; %%loadFromPOM those written below it.",
        "%loadFromPOM ../pom.xml",
        dependencies::pom,
        "%%loadFromPOM");
    add(
        "%jars PATH…",
        "Adds jars and folders of classes; * and ** stand for names. Its other name is %classpath.",
        "%jars lib/*.jar",
        Jars::add,
        "%jar",
        "%classpath");
    add(
        "%load FILE",
        "Runs a .java, .jshell or .ipynb file as if its text stood here. What it declares stays; errors name"
            + " the file and its line.",
        "%load Helpers.java",
        load::run);
    add(
        "%time STATEMENT",
        "Says how long a statement takes.", "%time papers.sortOn(\"upvotes\")", Timing::statement);
    add(
        "%%time",
        "Says how long a cell takes; its first line. The value of the cell is shown all the same.",
        "%%time\nvar papers = Papers.today();",
        Timing::cell);
    add(
        "%env NAME[=VALUE]",
        "Shows variables of the environment, or sets one for the library and %%bash. Alone it shows all;"
            + " secrets are never shown. What is set lasts as long as the kernel.",
        "%env BROADSHEET_OFFLINE=1",
        variables::run,
        "%set_env");
    if (Shell.isThere()) {
      add(
          "%%bash",
          "Gives the lines below to the shell. It stands on the first line of a cell; an exit code other"
              + " than 0 fails the cell, an interrupt ends what it started.",
          "%%bash\nls -l",
          new Shell(variables)::run,
          "%%sh");
    }
    add(
        "%share [NB.ipynb] [-o PAGE.html] [--hide-code] [--strict]",
        "Writes this notebook, as last saved, to one page that opens anywhere; or another.",
        "%share -o week.html",
        call -> Sharing.run(sharing, System::getenv, call));
    add("%lsmagic", "Lists the magics.", "%lsmagic", call -> list(), "%magic");
    add("%help MAGIC", "Explains a magic; %MAGIC? does so, too.", "%help %maven", this::help);
  }

  private void add(
      String usage, String help, String example, Command.Work work, String... aliases) {
    String[] words = usage.split(" ", 2);
    List<String> names = Stream.concat(Stream.of(words[0]), Arrays.stream(aliases)).toList();
    Command command = new Command(names, words.length > 1 ? words[1] : "", help, example, work);
    names.forEach(name -> byName.put(name, command));
  }

  /** Does what a magic asks for. */
  List<Step> run(Call call) throws Exception {
    String name = call.magic().name();
    if (call.asksForHelp()) {
      return explain(name.replaceAll("\\?+$", ""));
    }
    Command command = of(name);
    if (name.startsWith("%%") && !call.magic().leads()) {
      throw new CommandException("WrongUse", name + " stands on the first line of a cell only.");
    }
    return command.work().run(call);
  }

  /** The magic of this name. */
  Command of(String name) {
    Command command = byName.get(name);
    if (command != null) {
      return command;
    }
    if (ELSEWHERE.containsKey(name)) {
      throw new CommandException(
          "UnknownMagic", "there is no magic " + name + ". " + ELSEWHERE.get(name));
    }
    String near =
        Optional.ofNullable(byName.get(name.startsWith("%%") ? name.substring(1) : "%" + name))
            .map(Command::name)
            .or(() -> Nearest.to(name, byName.keySet()))
            .map(n -> " Did you mean " + n + "?")
            .orElse("");
    throw new CommandException(
        "UnknownMagic", "there is no magic " + name + "." + near + " There are: " + listed() + ".");
  }

  /** The magic of this name, if there is one. */
  Optional<Command> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All names that begin so: those that are listed or else, once two letters are typed, others. */
  List<String> namesStartingWith(String typed) {
    List<String> listed =
        all().stream().map(Command::name).filter(each -> each.startsWith(typed)).toList();
    boolean enough = typed.replace("%", "").length() > 1;
    return !listed.isEmpty() || !enough
        ? listed
        : byName.keySet().stream().filter(each -> each.startsWith(typed)).toList();
  }

  /** Each once, in the order of the list. */
  List<Command> all() {
    return byName.values().stream().distinct().toList();
  }

  /** The name under which a magic is listed; empty if there is none of this name. */
  String canonical(String name) {
    Command command = byName.get(name);
    return command == null ? "" : command.name();
  }

  private String listed() {
    return all().stream().map(Command::name).collect(Collectors.joining(", "));
  }

  private List<Step> list() {
    StringBuilder text = new StringBuilder();
    all().forEach(c -> text.append(listed(c)));
    System.out.print(text.append("%help NAME says more about one.\n"));
    return List.of();
  }

  /** Its use beside what it does, or above it where it is long. */
  private static String listed(Command c) {
    String use = (c.name() + " " + c.arguments()).strip();
    String space = " ".repeat(Math.max(1, LIST_WIDTH - use.length()));
    String gap = use.length() < LIST_WIDTH ? space : "\n" + " ".repeat(LIST_WIDTH);
    return use + gap + c.summary() + "\n";
  }

  private List<Step> help(Call call) {
    return call.words().isEmpty() ? list() : explain(call.words().get(0));
  }

  private List<Step> explain(String name) {
    String full =
        Stream.of(name, "%" + name, "%%" + name)
            .filter(byName::containsKey)
            .findFirst()
            .orElse(name);
    System.out.print(of(full).manual());
    return List.of();
  }
}
