package io.github.broadsheet.run;

import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.notebook.NotebookException;

/** Whether a notebook is ours to run: Java, whichever tool it was made with. */
public final class Language {
  private Language() {}

  /**
   * Stops at a notebook of another language; one that does not tell is taken for Java.
   *
   * @param name how errors name the notebook
   * @return whether the notebook tells its language
   * @throws NotebookException if it is another one
   */
  public static boolean check(Notebook notebook, String name) {
    var language = notebook.language();
    if (language.isPresent() && !language.get().equals("java")) {
      throw new NotebookException(
          name
              + " is a notebook of the language "
              + language.get()
              + "; Broadsheet runs Java. Run it with its own kernel, for example: jupyter nbconvert"
              + " --to notebook --execute "
              + name);
    }
    return language.isPresent();
  }
}
