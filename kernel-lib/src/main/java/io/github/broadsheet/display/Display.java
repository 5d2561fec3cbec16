package io.github.broadsheet.display;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows values from the middle of a cell. In plain {@code jshell}, or under a kernel that set no
 * {@link Host}, values are printed as text.
 */
public final class Display {
  /** The notebook that shows what a cell displays. Called from any thread. */
  public interface Host {
    /** Shows a bundle; {@code id} names it for later updates. */
    void display(String id, Map<String, Object> bundle);

    /** Shows a bundle in the place of the one named {@code id}. */
    void update(String id, Map<String, Object> bundle);

    /** Removes what the cell has shown; with {@code wait}, when the next output comes. */
    void clear(boolean wait);
  }

  private static volatile @Nullable Host host;

  private Display() {}

  /** Sets who shows values from now on; null brings back plain text on the standard streams. */
  public static void host(@Nullable Host newHost) {
    host = newHost;
  }

  /** Whether a notebook is there to show values and to update them. */
  public static boolean hosted() {
    return host != null;
  }

  /** Shows a value and gives the id by which {@link #updateDisplay} replaces it. */
  public static String display(@Nullable Object value) {
    String id = UUID.randomUUID().toString();
    Host current = host;
    if (current == null) {
      System.out.println(Bundles.text(value));
    } else {
      current.display(id, Bundles.of(value));
    }
    return id;
  }

  /** Shows a value in the place of the one {@link #display} gave this id. */
  public static void updateDisplay(String id, @Nullable Object value) {
    Host current = host;
    if (current == null) {
      System.out.println(Bundles.text(value));
    } else {
      current.update(id, Bundles.of(value));
    }
  }

  /** Removes what the cell has shown so far. */
  public static void clearOutput() {
    clearOutput(false);
  }

  /** Removes what the cell has shown so far; with {@code wait}, when the next output comes. */
  public static void clearOutput(boolean wait) {
    Host current = host;
    if (current != null) {
      current.clear(wait);
    }
  }
}
