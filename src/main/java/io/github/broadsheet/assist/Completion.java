package io.github.broadsheet.assist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at a position of a cell. Offsets are UTF-16 positions, end exclusive.
 *
 * @param start where the text to replace begins
 * @param end where it ends
 * @param items best first
 */
public record Completion(int start, int end, List<Item> items) {
  public Completion {
    items = List.copyOf(items);
  }

  static Completion none(int cursor) {
    return new Completion(cursor, cursor, List.of());
  }

  /**
   * One suggestion.
   *
   * @param text what to put in place of the range; with a type that is not imported, its import and
   *     what of the statement stands before it, or its full name
   * @param label what to show, mostly the name alone
   * @param kind a word that front-ends know: {@code function}, {@code instance}, {@code class},
   *     {@code keyword}, {@code module}, {@code value}
   * @param type of the value, as a reader writes it; empty if there is none
   * @param signature parameters with types and names; empty if it is no method
   * @param addedImport the statement that makes the label enough; null if it is already
   */
  public record Item(
      String text,
      String label,
      String kind,
      String type,
      String signature,
      @Nullable String addedImport) {

    static Item of(String text, String kind, String type) {
      return new Item(text, text, kind, type, "", null);
    }
  }
}
