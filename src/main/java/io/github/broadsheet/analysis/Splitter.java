package io.github.broadsheet.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a cell into its top-level parts, as JShell would into snippets. Works on tokens, so that a
 * cell that is being typed can be cut too.
 */
final class Splitter {
  private static final Set<String> STATEMENTS =
      Set.of(
          "if",
          "while",
          "for",
          "do",
          "try",
          "switch",
          "synchronized",
          "return",
          "throw",
          "break",
          "continue",
          "assert",
          "{",
          ";",
          "else",
          "catch",
          "finally",
          "case");
  private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum");

  private final String code;
  private final List<Token> tokens;
  private int at;

  private Splitter(String code) {
    this.code = code;
    this.tokens = Lexer.significant(code);
  }

  /** The parts in the order of the cell. */
  static List<Part> parts(String code) {
    Splitter splitter = new Splitter(code);
    List<Part> parts = new ArrayList<>();
    while (splitter.at < splitter.tokens.size()) {
      parts.add(splitter.next());
    }
    return parts;
  }

  private Part next() {
    int first = at;
    if (is(at, "import")) {
      return importPart(first);
    }
    skipModifiers();
    int modifiersEnd = at;
    if (isTypeStart()) {
      String name = name(is(at, "@") ? at + 2 : at + 1);
      skipToBody();
      return part(Part.Kind.TYPE, first, modifiersEnd, modifiersEnd, at, List.of(name), "");
    }
    if (is(at, "<")) {
      at = afterAngles(at);
    }
    int typeEnd = afterType(at);
    if (typeEnd > 0 && isName(typeEnd)) {
      if (is(typeEnd + 1, "(")) {
        return method(first, modifiersEnd, typeEnd);
      }
      if (isVariableEnd(typeEnd + 1)) {
        int typeStart = at;
        at = typeEnd;
        List<String> names = variableNames();
        return part(Part.Kind.VARIABLE, first, modifiersEnd, typeStart, typeEnd, names, "");
      }
    }
    at = first;
    boolean statement =
        STATEMENTS.contains(text(at)) || (isName(at) && is(at + 1, ":")) || is(at, "}");
    skipStatement();
    Part.Kind kind = statement ? Part.Kind.STATEMENT : Part.Kind.EXPRESSION;
    return part(kind, first, first, first, first, List.of(), "");
  }

  private Part importPart(int first) {
    int nameStart = is(first + 1, "static") ? first + 2 : first + 1;
    at = nameStart;
    while (isName(at) && is(at + 1, ".")) {
      at += 2;
    }
    String simple = is(at, "*") ? "*" : name(at);
    at = Math.min(tokens.size(), at + (simple.isEmpty() ? 0 : 1));
    int nameEnd = at;
    if (is(at, ";")) {
      at++;
    }
    return part(Part.Kind.IMPORT, first, first, nameStart, nameEnd, List.of(simple), "");
  }

  private Part method(int first, int modifiersEnd, int nameAt) {
    int close = afterBrackets(nameAt + 1);
    String parameters = parameterTypes(nameAt + 2, close - 1);
    at = close;
    skipToBody();
    List<String> names = List.of(name(nameAt));
    return part(Part.Kind.METHOD, first, modifiersEnd, modifiersEnd, nameAt, names, parameters);
  }

  private Part part(
      Part.Kind kind,
      int first,
      int modifiersEnd,
      int typeStart,
      int typeEnd,
      List<String> names,
      String parameters) {
    if (at == first) {
      at++;
    }
    return new Part(
        kind,
        tokens.get(first).start(),
        tokens.get(at - 1).end(),
        modifiersEnd == first ? tokens.get(first).start() : startOf(modifiersEnd),
        startOf(typeStart),
        tokens.get(Math.max(first, Math.min(typeEnd, tokens.size()) - 1)).end(),
        names,
        parameters);
  }

  private int startOf(int index) {
    return index < tokens.size() ? tokens.get(index).start() : code.length();
  }

  private void skipModifiers() {
    while (at < tokens.size()) {
      if (is(at, "@") && isName(at + 1)) {
        at += 2;
        while (is(at, ".") && isName(at + 1)) {
          at += 2;
        }
        at = is(at, "(") ? afterBrackets(at) : at;
      } else if (is(at, "non") && is(at + 1, "-") && is(at + 2, "sealed")) {
        at += 3;
      } else if (Keywords.MODIFIERS.contains(text(at))
          && !is(at + 1, "(")
          && !is(at + 1, ":")
          && !is(at + 1, ".")
          && !is(at + 1, "=")) {
        at++;
      } else {
        return;
      }
    }
  }

  private boolean isTypeStart() {
    return (TYPE_WORDS.contains(text(at)) && at + 1 < tokens.size())
        || (is(at, "@") && is(at + 1, "interface"))
        || (is(at, "record") && isName(at + 1) && (is(at + 2, "(") || is(at + 2, "<")));
  }

  private void skipToBody() {
    while (at < tokens.size() && !is(at, "{") && !is(at, ";")) {
      at = tokens.get(at).opens() ? afterBrackets(at) : at + 1;
    }
    if (at < tokens.size()) {
      at = is(at, "{") ? afterBrackets(at) : at + 1;
    }
  }

  /** The index after the type that begins here, or -1. */
  private int afterType(int from) {
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
  private int afterAngles(int from) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
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

  private boolean isVariableEnd(int index) {
    return index >= tokens.size()
        || is(index, "=")
        || is(index, ";")
        || is(index, ",")
        || (is(index, "[") && is(index + 1, "]"));
  }

  private List<String> variableNames() {
    List<String> names = new ArrayList<>();
    names.add(name(at));
    int angles = 0;
    at++;
    while (at < tokens.size() && !is(at, ";")) {
      Token token = tokens.get(at);
      if (token.is("<") && isTypeName(at - 1)) {
        angles++;
      } else if (token.is(">") && angles > 0) {
        angles--;
      } else if (token.is(",") && angles == 0 && isName(at + 1) && isVariableEnd(at + 2)) {
        names.add(name(at + 1));
      }
      at = token.opens() ? afterBrackets(at) : at + 1;
    }
    at = Math.min(tokens.size(), at + 1);
    return names;
  }

  private boolean isTypeName(int index) {
    return isName(index) && Character.isUpperCase(text(index).charAt(0));
  }

  /** Parameter types without names, annotations and {@code final}, such as {@code int,List<T>}. */
  private String parameterTypes(int from, int to) {
    StringBuilder types = new StringBuilder();
    int angles = 0;
    for (int i = from; i < to && i < tokens.size(); i++) {
      Token token = tokens.get(i);
      angles += token.is("<") ? 1 : token.is(">") ? -1 : 0;
      boolean last = i + 1 >= to || (angles == 0 && is(i + 1, ","));
      if (!(token.is("final") || (last && token.isName()))) {
        types.append(token.text());
      }
    }
    return types.toString();
  }

  private void skipStatement() {
    switch (text(at)) {
      case "{" -> at = afterBrackets(at);
      case "if" -> {
        skipHead();
        skipStatement();
        if (is(at, "else")) {
          at++;
          skipStatement();
        }
      }
      case "for", "while" -> {
        skipHead();
        skipStatement();
      }
      case "switch" -> {
        skipHead();
        skipBlock();
        if (is(at, ".")) {
          skipToSemicolon();
        }
      }
      case "synchronized" -> {
        skipHead();
        skipBlock();
      }
      case "do" -> {
        at++;
        skipStatement();
        skipToSemicolon();
      }
      case "try" -> {
        skipHead();
        skipBlock();
        while (is(at, "catch") || is(at, "finally")) {
          skipHead();
          skipBlock();
        }
      }
      default -> {
        if (isName(at) && is(at + 1, ":")) {
          at += 2;
          skipStatement();
        } else {
          skipToSemicolon();
        }
      }
    }
  }

  private void skipHead() {
    at++;
    if (is(at, "(")) {
      at = afterBrackets(at);
    }
  }

  private void skipBlock() {
    if (is(at, "{")) {
      at = afterBrackets(at);
    }
  }

  private void skipToSemicolon() {
    while (at < tokens.size() && !is(at, ";") && !is(at, "}")) {
      at = tokens.get(at).opens() ? afterBrackets(at) : at + 1;
    }
    if (is(at, ";")) {
      at++;
    }
  }

  /** The index after the bracket that closes the one here; the end if none does. */
  private int afterBrackets(int from) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).opens()) {
        depth++;
      } else if (tokens.get(i).closes() && --depth == 0) {
        return i + 1;
      }
    }
    return tokens.size();
  }

  private boolean is(int index, String wanted) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(wanted);
  }

  private boolean isName(int index) {
    return index >= 0 && index < tokens.size() && tokens.get(index).isName();
  }

  private String text(int index) {
    return index >= 0 && index < tokens.size() ? tokens.get(index).text() : "";
  }

  private String name(int index) {
    return isName(index) ? text(index) : "";
  }
}
