package io.github.broadsheet.engine;

import io.github.broadsheet.analysis.Lexer;
import io.github.broadsheet.analysis.Scope;
import io.github.broadsheet.analysis.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A second place to run cells, while a cell of the session runs: to look at a table that grows, or
 * to ask how far it is. It sees the session's imports, its variables as they are at that moment,
 * and its methods and types; what it declares stays its own. Values of types that cells have
 * declared stay in the session.
 */
public final class SideSession implements AutoCloseable {
  private static final Map<String, SideSession> OPEN = new ConcurrentHashMap<>();

  private final String id = UUID.randomUUID().toString();
  private final Session main;
  private final Session own;
  // By name, what of the session was last declared here.
  private final Map<String, String> declared = new HashMap<>();

  SideSession(Session main, Session own) {
    this.main = main;
    this.own = own;
    own.scope().imports().forEach(source -> declared.put(source, source));
    OPEN.put(id, this);
  }

  /** Runs a cell and waits for its end, but for no cell of the session. */
  public Outcome evaluate(Cell cell, CellIo io) {
    declareWhatIsNamedIn(cell.code());
    return own.evaluate(cell, io);
  }

  /** Where its own declarations are. */
  public Session session() {
    return own;
  }

  /** What a variable of the session holds. Called by cells that name it. */
  public static @Nullable Object value(String id, String name) {
    return Objects.requireNonNull(OPEN.get(id), "this side session has ended")
        .main
        .scope()
        .variables()
        .stream()
        .filter(v -> v.name().equals(name))
        .findFirst()
        .map(v -> v.value().get())
        .orElse(null);
  }

  private void declareWhatIsNamedIn(String code) {
    Scope scope = main.scope();
    scope.imports().forEach(source -> declare(source, source));
    Map<String, String> declarations = new HashMap<>();
    scope.types().forEach(source -> declarations.put(nameOfType(source), source));
    scope.methods().forEach(source -> declarations.put(nameOfMethod(source), source));
    Set<String> seen = new HashSet<>();
    List<String> open = List.of(code);
    while (!open.isEmpty()) {
      Set<String> names =
          open.stream().flatMap(text -> names(text).stream()).collect(Collectors.toSet());
      names.removeAll(seen);
      seen.addAll(names);
      open = names.stream().map(declarations::get).filter(Objects::nonNull).distinct().toList();
      open.forEach(source -> declare(source, source));
    }
    for (Scope.Variable variable : scope.variables()) {
      if (seen.contains(variable.name()) && !isOfCells(variable.value().get())) {
        own.declare(
            String.format(
                "%1$s %2$s = (%1$s) %3$s.value(\"%4$s\", \"%2$s\");",
                variable.type(), variable.name(), SideSession.class.getName(), id));
      }
    }
  }

  private void declare(String name, String source) {
    if (!source.equals(declared.put(name, source))) {
      own.declare(source);
    }
  }

  private static boolean isOfCells(@Nullable Object value) {
    return value != null && value.getClass().getName().startsWith("REPL.");
  }

  private static Set<String> names(String code) {
    return Lexer.significant(code).stream()
        .filter(Token::isName)
        .map(Token::text)
        .collect(Collectors.toSet());
  }

  private static String nameOfType(String source) {
    List<Token> tokens = Lexer.significant(source);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (Set.of("class", "interface", "record", "enum").contains(tokens.get(i).text())) {
        return tokens.get(i + 1).text();
      }
    }
    return source;
  }

  private static String nameOfMethod(String source) {
    List<Token> tokens = Lexer.significant(source);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isName() && tokens.get(i + 1).is("(")) {
        return tokens.get(i).text();
      }
    }
    return source;
  }

  @Override
  public void close() {
    OPEN.remove(id);
    own.close();
  }
}
