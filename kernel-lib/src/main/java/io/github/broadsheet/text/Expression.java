package io.github.broadsheet.text;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression of Java that looks in any case and cannot run for ever: where it tries too
 * many ways in one text it gives up with an error, in place of hours. {@code \\b}, {@code \\w} and
 * {@code \\d} are those of Unicode, which Java by itself does one way up to 18 and another from 19
 * on; it reads a text as {@link Letters#composed} gives it.
 */
public final class Expression {
  /** Some 0.3 s; expressions that do not go back look at each character a few times. */
  private static final int MOST_LOOKS = 20_000_000;

  private final String owner;
  private final Pattern pattern;

  private Expression(String owner, Pattern pattern) {
    this.owner = owner;
    this.pattern = pattern;
  }

  /**
   * Reads an expression.
   *
   * @param owner what it stands in, for messages: {@code matching(…)}
   * @throws IllegalArgumentException if the expression is broken: where, and why
   */
  public static Expression of(String owner, String regex) {
    if (regex.isEmpty()) {
      throw new IllegalArgumentException(
          owner + " needs a regular expression, for example \"GPT-?[45]\".");
    }
    try {
      return new Expression(
          owner,
          Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS));
    } catch (PatternSyntaxException e) {
      int index = e.getIndex() < 0 ? regex.length() : Math.min(e.getIndex(), regex.length());
      throw new IllegalArgumentException(
          """
          %s: the regular expression is broken: %s
            %s
            %s^
          A backslash before ( ) [ ] { } . * + ? ^ $ | takes that character as it stands. Words as they stand need no expression: about("state space")."""
              .formatted(
                  owner,
                  e.getDescription(),
                  regex.replaceAll("\\p{Cntrl}", " "),
                  " ".repeat(index)),
          e);
    }
  }

  /**
   * Whether the text has a match.
   *
   * @throws IllegalArgumentException if that takes too long, or too deep a recursion, to tell
   */
  public boolean matches(String text) {
    try {
      return pattern.matcher(new Counted(Letters.read(text))).find();
    } catch (TooManyLooks e) {
      throw new IllegalArgumentException(
          "%s: the regular expression %s tries too many ways in a text of %,d characters («%s…»). A repeat within a repeat does that, such as (.*a){9}: say what may not stand between, ([^a]*a){9}, or make it possessive, (a++)+."
              .formatted(
                  owner, pattern, text.length(), text.substring(0, Math.min(60, text.length()))),
          e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException(
          "%s: the regular expression %s is too deep for a text of %,d characters. Repeat a character class, [ab]*, in place of a group, (a|b)*."
              .formatted(owner, pattern, text.length()),
          e);
    }
  }

  private static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyLooks() {
      super("", null, false, false);
    }
  }

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private int looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new TooManyLooks();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
