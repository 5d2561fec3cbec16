package io.github.broadsheet.cli;

import io.github.broadsheet.notebook.Notebook;
import io.github.broadsheet.share.PageOptions;
import io.github.broadsheet.share.SharedPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The shared page of a notebook, and the options that say how to write it. */
final class PageFile {
  @Option(names = "--hide-code", description = "Fold the code on the page.")
  private boolean hideCode;

  @Option(
      names = "--strict",
      description = "Write no page if something had to be taken out of the notebook.")
  private boolean strict;

  @Option(names = "--large", description = "Write the page even if it is larger than 25 MB.")
  private boolean large;

  /**
   * Writes the page and says what a reader of the terminal should know about it.
   *
   * @param input the notebook's file, by which the page names it
   * @return whether it was written
   */
  boolean write(Notebook notebook, Path input, Path target, PrintWriter err) throws IOException {
    String name = String.valueOf(input.getFileName());
    SharedPage page = SharedPage.of(notebook, new PageOptions(name, hideCode));
    if (!page.redactions().isEmpty()) {
      err.println("Taken out of the page:");
      page.redactions().forEach(redaction -> err.println("  " + redaction));
    }
    if (strict && !page.redactions().isEmpty()) {
      err.println(
          "broadsheet: no page was written, as --strict asks. Remove these from the notebook and"
              + " run it again, or leave --strict out.");
      return false;
    }
    if (page.size() > SharedPage.TOO_LARGE && !large) {
      err.println(
          "broadsheet: no page was written: it would have "
              + sized(page.size())
              + ", and mail servers refuse more than 25 MB. Show fewer rows or points in the"
              + " notebook, tag large cells \"remove-output\", or add --large.");
      return false;
    }
    page.write(target);
    err.println("Written: " + target + " (" + sized(page.size()) + ")");
    if (page.size() > SharedPage.LARGE) {
      err.println("This is large for a mail; cells tagged \"remove-output\" are left out of it.");
    }
    return true;
  }

  private static String sized(int bytes) {
    return bytes < 1024 * 1024
        ? (bytes + 1023) / 1024 + " KB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024));
  }
}
