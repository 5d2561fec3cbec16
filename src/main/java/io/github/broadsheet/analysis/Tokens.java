package io.github.broadsheet.analysis;

import java.util.List;

/** The tokens of a piece of code, by index; beyond either end there is none. */
final class Tokens {
  private final List<Token> all;

  Tokens(List<Token> all) {
    this.all = List.copyOf(all);
  }

  int size() {
    return all.size();
  }

  Token get(int index) {
    return all.get(index);
  }

  boolean is(int index, String wanted) {
    return index >= 0 && index < all.size() && all.get(index).is(wanted);
  }

  boolean isName(int index) {
    return index >= 0 && index < all.size() && all.get(index).isName();
  }

  /** Whether a name begins as those of types do. */
  boolean isTypeName(int index) {
    return isName(index) && Character.isUpperCase(text(index).charAt(0));
  }

  String text(int index) {
    return index >= 0 && index < all.size() ? all.get(index).text() : "";
  }

  /** The name at an index; empty if there is none. */
  String name(int index) {
    return isName(index) ? text(index) : "";
  }

  /** The index after this token, or after the bracket that closes the one it opens. */
  int after(int index) {
    return all.get(index).opens() ? afterBrackets(index) : index + 1;
  }

  /** The index after the bracket that closes the one here; the end if none does. */
  int afterBrackets(int from) {
    int depth = 0;
    for (int i = from; i < all.size(); i++) {
      if (all.get(i).opens()) {
        depth++;
      } else if (all.get(i).closes() && --depth == 0) {
        return i + 1;
      }
    }
    return all.size();
  }

  /** The index of the first bracket that closes none; -1 if there is no such. */
  int unopened() {
    int depth = 0;
    for (int i = 0; i < all.size(); i++) {
      depth += all.get(i).opens() ? 1 : all.get(i).closes() ? -1 : 0;
      if (depth < 0) {
        return i;
      }
    }
    return -1;
  }

  /** The index after the type that begins here, or -1. */
  int afterType(int from) {
    int end = from;
    if (Keywords.PRIMITIVES.contains(text(end)) || is(end, "void")) {
      end++;
    } else {
      while (true) {
        if (!isName(end)) {
          return -1;
        }
        end++;
        if (is(end, "<")) {
          end = afterAngles(end);
          if (end < 0) {
            return -1;
          }
        }
        if (!is(end, ".")) {
          break;
        }
        end++;
      }
    }
    while (is(end, "[") && is(end + 1, "]")) {
      end += 2;
    }
    return end;
  }

  /** The index after matching {@code <…>}, or -1 where this is a comparison. */
  int afterAngles(int from) {
    int depth = 0;
    for (int i = from; i < all.size(); i++) {
      Token token = all.get(i);
      if (token.is("<")) {
        depth++;
      } else if (token.is(">")) {
        if (--depth == 0) {
          return i + 1;
        }
      } else if (!(token.kind() == Token.Kind.WORD
          || token.is(",")
          || token.is(".")
          || token.is("?")
          || token.is("&")
          || token.is("@")
          || token.is("[")
          || token.is("]"))) {
        return -1;
      }
    }
    return -1;
  }
}
