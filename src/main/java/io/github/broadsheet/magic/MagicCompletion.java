package io.github.broadsheet.magic;

import io.github.broadsheet.analysis.Magic;
import io.github.broadsheet.analysis.Magics;
import java.util.List;
import java.util.Optional;

/**
 * The names of magics that may stand at a cursor.
 *
 * @param start where the name begins, a UTF-16 position
 */
public record MagicCompletion(int start, List<Item> items) {
  /** A magic, and what may follow its name. */
  public record Item(String name, String arguments) {}

  public MagicCompletion {
    items = List.copyOf(items);
  }

  /** What may stand at the cursor; empty if no name of a magic is being typed there. */
  public static Optional<MagicCompletion> at(String code, int cursor) {
    return Magics.in(code).stream()
        .filter(each -> each.start() < cursor && cursor <= each.start() + each.name().length())
        .findFirst()
        .map(magic -> of(magic, code.substring(magic.start(), cursor)));
  }

  private static MagicCompletion of(Magic magic, String typed) {
    Commands commands = new Commands(Variables.ofTheProgram(), MavenSettings.ofTheUser());
    return new MagicCompletion(
        magic.start(),
        commands.all().stream()
            .filter(each -> each.name().startsWith(typed))
            .map(each -> new Item(each.name(), each.arguments()))
            .toList());
  }
}
