package io.github.broadsheet.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a cell into its top-level parts, as JShell would into snippets. Works on tokens, so that a
 * cell that is being typed can be cut too.
 */
final class Splitter {
  private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum");

  private final String code;
  private final Tokens tokens;
  private int at;

  private Splitter(String code) {
    this.code = code;
    this.tokens = new Tokens(Lexer.significant(code));
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
    if (tokens.is(at, "import")) {
      return importPart(first);
    }
    skipModifiers();
    int modifiersEnd = at;
    if (isTypeStart()) {
      String name = tokens.name(tokens.is(at, "@") ? at + 2 : at + 1);
      skipToBody();
      return part(Part.Kind.TYPE, first, modifiersEnd, modifiersEnd, at, List.of(name), "");
    }
    if (tokens.is(at, "<")) {
      at = tokens.afterAngles(at);
    }
    int typeEnd = tokens.afterType(at);
    if (typeEnd > 0 && tokens.isName(typeEnd)) {
      if (tokens.is(typeEnd + 1, "(")) {
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
    boolean statement = Statement.begins(tokens, at);
    at = Statement.end(tokens, at);
    Part.Kind kind = statement ? Part.Kind.STATEMENT : Part.Kind.EXPRESSION;
    return part(kind, first, first, first, first, List.of(), "");
  }

  private Part importPart(int first) {
    int nameStart = tokens.is(first + 1, "static") ? first + 2 : first + 1;
    at = nameStart;
    while (tokens.isName(at) && tokens.is(at + 1, ".")) {
      at += 2;
    }
    String simple = tokens.is(at, "*") ? "*" : tokens.name(at);
    at = Math.min(tokens.size(), at + (simple.isEmpty() ? 0 : 1));
    int nameEnd = at;
    if (tokens.is(at, ";")) {
      at++;
    }
    return part(Part.Kind.IMPORT, first, first, nameStart, nameEnd, List.of(simple), "");
  }

  private Part method(int first, int modifiersEnd, int nameAt) {
    int close = tokens.afterBrackets(nameAt + 1);
    String parameters = parameterTypes(nameAt + 2, close - 1);
    at = close;
    skipToBody();
    List<String> names = List.of(tokens.name(nameAt));
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
      if (tokens.is(at, "@") && tokens.isName(at + 1)) {
        at += 2;
        while (tokens.is(at, ".") && tokens.isName(at + 1)) {
          at += 2;
        }
        at = tokens.is(at, "(") ? tokens.afterBrackets(at) : at;
      } else if (tokens.is(at, "non") && tokens.is(at + 1, "-") && tokens.is(at + 2, "sealed")) {
        at += 3;
      } else if (Keywords.MODIFIERS.contains(tokens.text(at))
          && !tokens.is(at + 1, "(")
          && !tokens.is(at + 1, ":")
          && !tokens.is(at + 1, ".")
          && !tokens.is(at + 1, "=")) {
        at++;
      } else {
        return;
      }
    }
  }

  private boolean isTypeStart() {
    return (TYPE_WORDS.contains(tokens.text(at)) && at + 1 < tokens.size())
        || (tokens.is(at, "@") && tokens.is(at + 1, "interface"))
        || (tokens.is(at, "record")
            && tokens.isName(at + 1)
            && (tokens.is(at + 2, "(") || tokens.is(at + 2, "<")));
  }

  private void skipToBody() {
    while (at < tokens.size() && !tokens.is(at, "{") && !tokens.is(at, ";")) {
      at = tokens.after(at);
    }
    if (at < tokens.size()) {
      at = tokens.is(at, "{") ? tokens.afterBrackets(at) : at + 1;
    }
  }

  private boolean isVariableEnd(int index) {
    return index >= tokens.size()
        || tokens.is(index, "=")
        || tokens.is(index, ";")
        || tokens.is(index, ",")
        || (tokens.is(index, "[") && tokens.is(index + 1, "]"));
  }

  private List<String> variableNames() {
    List<String> names = new ArrayList<>();
    names.add(tokens.name(at));
    int angles = 0;
    at++;
    while (at < tokens.size() && !tokens.is(at, ";")) {
      Token token = tokens.get(at);
      if (token.is("<") && tokens.isTypeName(at - 1)) {
        angles++;
      } else if (token.is(">") && angles > 0) {
        angles--;
      } else if (token.is(",") && angles == 0 && tokens.isName(at + 1) && isVariableEnd(at + 2)) {
        names.add(tokens.name(at + 1));
      }
      at = token.opens() ? tokens.afterBrackets(at) : at + 1;
    }
    at = Math.min(tokens.size(), at + 1);
    return names;
  }

  /** Parameter types without names, annotations and {@code final}, such as {@code int,List<T>}. */
  private String parameterTypes(int from, int to) {
    StringBuilder types = new StringBuilder();
    int angles = 0;
    for (int i = from; i < to && i < tokens.size(); i++) {
      Token token = tokens.get(i);
      angles += token.is("<") ? 1 : token.is(">") ? -1 : 0;
      boolean last = i + 1 >= to || (angles == 0 && tokens.is(i + 1, ","));
      if (!(token.is("final") || (last && token.isName()))) {
        types.append(token.text());
      }
    }
    return types.toString();
  }
}
