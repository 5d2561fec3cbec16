package io.github.broadsheet.magic;

import io.github.broadsheet.engine.CommandException;
import io.github.broadsheet.engine.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code %share} does: the program's command {@code share}, which lies above the magics. */
public interface Sharing {
  /** What may stand after it besides files. */
  List<String> OPTIONS = List.of("-o", "--hide-code", "--strict");

  /** Nothing, outside of a kernel. */
  Sharing NONE =
      words -> {
        throw new CommandException(
            "WrongUse", "%share works in Jupyter; elsewhere: ./broadsheet share NOTEBOOK.ipynb");
      };

  /**
   * Runs {@code share} with these words and gives what it says.
   *
   * @throws CommandException if it fails
   */
  String share(List<String> words);

  /** The magic. */
  static List<Step> run(Sharing sharing, Function<String, @Nullable String> variable, Call call) {
    List<String> words = new ArrayList<>(call.words());
    if (words.stream().noneMatch(word -> word.endsWith(".ipynb"))) {
      // Jupyter's server tells a kernel the path of its notebook, the console does not.
      String notebook = variable.apply("JPY_SESSION_NAME");
      if (notebook == null || !notebook.endsWith(".ipynb") || !Files.exists(Path.of(notebook))) {
        throw call.incomplete("the notebook's file", "%share tour.ipynb -o tour.html");
      }
      words.add(0, notebook);
    }
    System.out.print(sharing.share(words));
    System.out.println("It shows the notebook as it was last saved.");
    return List.of();
  }
}
