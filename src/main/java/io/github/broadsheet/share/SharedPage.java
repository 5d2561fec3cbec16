package io.github.broadsheet.share;

import io.github.broadsheet.notebook.AtomicFile;
import io.github.broadsheet.notebook.Notebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * An executed notebook as one HTML file for a colleague who has nothing installed: its text, code
 * and outputs, charts as pictures that scripts make live, where the data came from, and the
 * notebook itself to take out. It opens from a disk, loads nothing, and runs no script but its own.
 *
 * <p>What should not leave this machine (tokens, passwords, the home directory, the names of user
 * and machine) is taken out first, of the page and of the notebook in it.
 */
public final class SharedPage {
  /** Some mail servers refuse what is larger, in bytes. */
  public static final int LARGE = 5 * 1024 * 1024;

  /** Most mail servers refuse what is larger, in bytes. */
  public static final int TOO_LARGE = 25 * 1024 * 1024;

  private final byte[] bytes;
  private final List<String> redactions;

  private SharedPage(byte[] bytes, List<String> redactions) {
    this.bytes = bytes;
    this.redactions = redactions;
  }

  /** The page of a notebook, without what is private on the machine this runs on. */
  public static SharedPage of(Notebook notebook, PageOptions options) throws IOException {
    return of(notebook, options, Machine.here());
  }

  /** The same, on a machine that the caller describes. */
  public static SharedPage of(Notebook notebook, PageOptions options, Machine machine)
      throws IOException {
    Redaction.Result clean = Redaction.of(notebook, machine);
    String html = Page.of(clean.notebook(), options);
    return new SharedPage(html.getBytes(StandardCharsets.UTF_8), clean.notes());
  }

  /** The whole file. */
  public String html() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The size of the file in bytes; see {@link #LARGE} and {@link #TOO_LARGE}. */
  public int size() {
    return bytes.length;
  }

  /**
   * What was taken out, a line each and never the thing itself, such as {@code a Hugging Face token
   * (cell 3), 2 times}.
   */
  public List<String> redactions() {
    return List.copyOf(redactions);
  }

  /**
   * Writes the file in one step: at each moment it is the old one or the new one, whole.
   *
   * @throws IOException if it cannot be written; the old file is then untouched
   */
  public void write(Path file) throws IOException {
    AtomicFile.write(file, bytes);
  }
}
