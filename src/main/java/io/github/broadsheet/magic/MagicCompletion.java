package io.github.broadsheet.magic;

import io.github.broadsheet.analysis.Magic;
import io.github.broadsheet.analysis.Magics;
import io.github.broadsheet.engine.FileNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What may stand at a cursor on a line with a magic: its name, or an argument.
 *
 * @param start where what is typed of it begins, a UTF-16 position
 */
public record MagicCompletion(int start, List<Item> items) {
  /**
   * A suggestion.
   *
   * @param name what to put there
   * @param arguments what may follow the name of a magic
   */
  public record Item(String name, String arguments) {}

  public MagicCompletion {
    items = List.copyOf(items);
  }

  /** What may stand at the cursor; empty where no magic is being typed, or Java follows one. */
  public static Optional<MagicCompletion> at(String code, int cursor) {
    return at(code, cursor, MavenSettings.ofTheUser());
  }

  static Optional<MagicCompletion> at(String code, int cursor, MavenSettings maven) {
    Commands commands = new Commands(Variables.ofTheProgram(), maven);
    for (Magic magic : Magics.in(code)) {
      int nameEnd = magic.start() + magic.name().length();
      int lineEnd = code.indexOf('\n', magic.start());
      if (magic.start() < cursor && cursor <= nameEnd) {
        return Optional.of(name(commands, magic, code.substring(magic.start(), cursor)));
      }
      if (nameEnd < cursor && (lineEnd < 0 || cursor <= lineEnd) && Magics.at(code, cursor)) {
        int start = Words.start(code, nameEnd, cursor);
        List<String> found =
            arguments(commands, magic.name(), code.substring(start, cursor), maven);
        return Optional.of(
            new MagicCompletion(start, found.stream().map(each -> new Item(each, "")).toList()));
      }
    }
    return Optional.empty();
  }

  private static MagicCompletion name(Commands commands, Magic magic, String typed) {
    return new MagicCompletion(
        magic.start(),
        commands.namesStartingWith(typed).stream()
            .map(each -> new Item(each, commands.of(each).arguments()))
            .toList());
  }

  private static List<String> arguments(
      Commands commands, String name, String typed, MavenSettings maven) {
    if (typed.startsWith("-")) {
      List<String> options = new ArrayList<>(List.of("--help"));
      options.addAll(commands.canonical(name).equals("%share") ? Sharing.OPTIONS : List.of());
      return options.stream().filter(each -> each.startsWith(typed)).toList();
    }
    return switch (commands.canonical(name)) {
      case "%maven" -> new LocalRepository(maven.repository()).startingWith(typed);
      case "%jars" -> FileNames.startingWith(typed, ending(".jar", ".zip"));
      case "%load" -> FileNames.startingWith(typed, ending(".java", ".jshell", ".jsh", ".ipynb"));
      case "%loadFromPOM" -> FileNames.startingWith(typed, ending(".xml", ".pom"));
      case "%env" ->
          Variables.ofTheProgram().names().stream().filter(each -> each.startsWith(typed)).toList();
      case "%share" -> FileNames.startingWith(typed, ending(".ipynb"));
      case "%help" ->
          commands.all().stream().map(Command::name).filter(n -> n.startsWith(typed)).toList();
      default -> List.of();
    };
  }

  private static Predicate<Path> ending(String... endings) {
    return file -> Stream.of(endings).anyMatch(file.toString()::endsWith);
  }
}
