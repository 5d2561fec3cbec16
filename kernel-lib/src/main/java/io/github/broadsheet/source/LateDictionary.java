package io.github.broadsheet.source;

import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.strings.ByteDictionaryMap;
import tech.tablesaw.columns.strings.DictionaryMap;
import tech.tablesaw.columns.strings.NoKeysAvailableException;
import tech.tablesaw.selection.Selection;

/**
 * What a column of texts holds, when nearly all of them differ: the texts themselves. Tablesaw
 * gives each text a number, in three maps, which takes longer than to read the texts and helps only
 * who groups by them. Here that is done when somebody asks for what needs it, and once.
 */
public final class LateDictionary implements DictionaryMap {
  private static final String MISSING = "";

  /** Null once there is a dictionary, which may then be changed. */
  private volatile @Nullable List<String> texts;

  private volatile @Nullable DictionaryMap dictionary;

  private LateDictionary(List<String> texts) {
    this.texts = texts;
  }

  /** A column of these texts, "" where one is missing; the list must not be changed any more. */
  public static StringColumn column(String name, List<String> texts) {
    return StringColumn.createInternal(name, new LateDictionary(texts));
  }

  private synchronized DictionaryMap dictionary() {
    DictionaryMap made = dictionary;
    List<String> all = texts;
    if (made == null && all != null) {
      // Not promoted to plain text, which Tablesaw cannot group by.
      StringColumn column = StringColumn.createInternal("", new ByteDictionaryMap(false));
      all.forEach(column::append);
      made = column.getDictionary();
      dictionary = made;
      texts = null;
    }
    return Objects.requireNonNull(made);
  }

  @Override
  public int size() {
    List<String> all = texts;
    return all == null ? dictionary().size() : all.size();
  }

  @Override
  public String getValueForIndex(int row) {
    List<String> all = texts;
    return all == null ? dictionary().getValueForIndex(row) : all.get(row);
  }

  @Override
  public boolean isMissing(int row) {
    List<String> all = texts;
    return all == null ? dictionary().isMissing(row) : all.get(row).isEmpty();
  }

  @Override
  public int countMissing() {
    List<String> all = texts;
    return all == null ? dictionary().countMissing() : Collections.frequency(all, MISSING);
  }

  @Override
  public Iterator<String> iterator() {
    List<String> all = texts;
    return all == null ? dictionary().iterator() : Collections.unmodifiableList(all).iterator();
  }

  @Override
  public String[] asObjectArray() {
    List<String> all = texts;
    return all == null ? dictionary().asObjectArray() : all.toArray(String[]::new);
  }

  @Override
  public void sortAscending() {
    dictionary().sortAscending();
  }

  @Override
  public void sortDescending() {
    dictionary().sortDescending();
  }

  @Override
  public void clear() {
    dictionary().clear();
  }

  @Override
  public void append(String text) throws NoKeysAvailableException {
    dictionary().append(text);
  }

  @Override
  public void appendMissing() {
    dictionary().appendMissing();
  }

  @Override
  public void set(int row, String text) throws NoKeysAvailableException {
    dictionary().set(row, text);
  }

  @Override
  public int getKeyAtIndex(int row) {
    return dictionary().getKeyAtIndex(row);
  }

  @Override
  public int getKeyForIndex(int row) {
    return dictionary().getKeyForIndex(row);
  }

  @Override
  public String getValueForKey(int key) {
    return dictionary().getValueForKey(key);
  }

  @Override
  public int nextKeyWithoutIncrementing() {
    return dictionary().nextKeyWithoutIncrementing();
  }

  @Override
  public int countOccurrences(String text) {
    return dictionary().countOccurrences(text);
  }

  @Override
  public int countUnique() {
    return dictionary().countUnique();
  }

  @Override
  public Set<String> asSet() {
    return dictionary().asSet();
  }

  @Override
  public int firstIndexOf(String text) {
    return dictionary().firstIndexOf(text);
  }

  @Override
  public Selection selectIsIn(String... wanted) {
    return dictionary().selectIsIn(wanted);
  }

  @Override
  public Selection selectIsIn(Collection<String> wanted) {
    return dictionary().selectIsIn(wanted);
  }

  @Override
  public Selection isEqualTo(String text) {
    return dictionary().isEqualTo(text);
  }

  @Override
  public Table countByCategory(String name) {
    return dictionary().countByCategory(name);
  }

  @Override
  public List<BooleanColumn> getDummies() {
    return dictionary().getDummies();
  }

  @Override
  public byte[] asBytes(int row) {
    return dictionary().asBytes(row);
  }

  @Override
  public boolean canPromoteToText() {
    return dictionary().canPromoteToText();
  }

  /** What the column takes in our place when its numbers have run out. */
  @Override
  public DictionaryMap promoteYourself() {
    return dictionary().promoteYourself();
  }
}
