package io.github.broadsheet.magic;

import io.github.broadsheet.analysis.Magic;
import io.github.broadsheet.analysis.Magics;
import java.util.Optional;

/**
 * What the magic at a cursor does, in three forms.
 *
 * @param plain as text
 * @param markdown as Markdown
 * @param html as HTML that is safe to show
 */
public record MagicHelp(String plain, String markdown, String html) {
  /** The help of the magic on whose line the cursor is; empty where Java is. */
  public static Optional<MagicHelp> at(String code, int cursor) {
    for (Magic magic : Magics.in(code)) {
      int nameEnd = magic.start() + magic.name().length();
      int lineEnd = code.indexOf('\n', magic.start());
      boolean onName = magic.start() <= cursor && cursor <= nameEnd;
      boolean onLine = nameEnd < cursor && (lineEnd < 0 || cursor <= lineEnd);
      if (onName || (onLine && Magics.at(code, cursor))) {
        Commands commands = new Commands(Variables.ofTheProgram(), MavenSettings.ofTheUser());
        return commands.find(magic.name()).map(MagicHelp::of);
      }
    }
    return Optional.empty();
  }

  private static MagicHelp of(Command command) {
    String usage = (command.name() + " " + command.arguments()).strip();
    return new MagicHelp(
        command.manual(),
        "```\n" + usage + "\n```\n\n" + command.help() + "\n\n```\n" + command.example() + "\n```",
        "<p><code>"
            + escape(usage)
            + "</code></p><hr><p>"
            + escape(command.help())
            + "</p><pre><code>"
            + escape(command.example())
            + "</code></pre>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
