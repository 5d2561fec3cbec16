package io.github.broadsheet.kernel;

import io.github.broadsheet.analysis.Analyzer;
import io.github.broadsheet.analysis.Problem;
import io.github.broadsheet.assist.Assist;
import io.github.broadsheet.assist.Completeness;
import io.github.broadsheet.assist.Completion;
import io.github.broadsheet.assist.Inspection;
import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.hint.Hints;
import io.github.broadsheet.magic.MagicCheck;
import io.github.broadsheet.magic.MagicCompletion;
import io.github.broadsheet.magic.MagicHelp;
import io.github.broadsheet.protocol.CompleteReply;
import io.github.broadsheet.protocol.CompleteReply.Match;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.Cursor;
import io.github.broadsheet.protocol.InspectReply;
import io.github.broadsheet.protocol.IsComplete;
import io.github.broadsheet.protocol.MalformedMessage;
import io.github.broadsheet.protocol.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers what front-ends ask while the reader types; never waits for a running cell. */
final class Language {
  private final Connection connection;
  private final Assist assist;
  private final Supplier<Session> session;

  /** Asking for the session may wait until it is there. */
  Language(Connection connection, Supplier<Session> session) {
    this.connection = connection;
    this.session = session;
    assist =
        new Assist(
            () -> session.get().scope(), new Analyzer(), () -> session.get().literalCompleters());
  }

  /** Does in advance what would make the first question slow. */
  void warmUp() {
    assist.warmUp();
  }

  void complete(Message request) throws MalformedMessage {
    Cursor cursor = Cursor.read(request);
    Optional<MagicCompletion> magic = MagicCompletion.at(cursor.code(), cursor.position());
    if (magic.isPresent()) {
      List<Match> names =
          magic.get().items().stream()
              .map(
                  item ->
                      new Match(
                          item.name(),
                          item.name().startsWith("%") ? "magic" : "value",
                          item.arguments()))
              .toList();
      connection.reply(
          request, new CompleteReply(cursor.code(), magic.get().start(), cursor.position(), names));
      return;
    }
    Completion completion = assist.complete(cursor.code(), cursor.position());
    List<Match> matches = completion.items().stream().map(Language::match).toList();
    connection.reply(
        request, new CompleteReply(cursor.code(), completion.start(), completion.end(), matches));
  }

  private static Match match(Completion.Item item) {
    String signature =
        item.type().isEmpty() ? item.signature() : item.signature() + ": " + item.type();
    // What a string may hold has no kind of its own: its detail says more.
    boolean value = item.kind().equals("value") && !item.type().isEmpty();
    return new Match(item.text(), value ? item.type() : item.kind(), signature);
  }

  void inspect(Message request) throws MalformedMessage {
    Cursor cursor = Cursor.read(request);
    Map<String, Object> found =
        MagicHelp.at(cursor.code(), cursor.position())
            .map(help -> bundle(help.plain(), help.markdown(), help.html()))
            .orElseGet(
                () ->
                    assist
                        .inspect(cursor.code(), cursor.position(), cursor.detail())
                        .map(Language::bundle)
                        .orElse(Map.of()));
    connection.reply(request, new InspectReply(found));
  }

  /** What a name means, as a bundle; empty if nobody knows. */
  Map<String, Object> explain(String name, int detail) {
    return assist.inspect(name, name.length(), detail).map(Language::bundle).orElse(Map.of());
  }

  private static Map<String, Object> bundle(Inspection inspection) {
    return bundle(inspection.plain(), inspection.markdown(), inspection.html());
  }

  private static Map<String, Object> bundle(String plain, String markdown, String html) {
    return Map.of("text/plain", plain, "text/markdown", markdown, "text/html", html);
  }

  void isComplete(Message request) throws MalformedMessage {
    Completeness answer = assist.completeness(IsComplete.read(request));
    String status = answer.state().name().toLowerCase(Locale.ROOT);
    connection.reply(request, new IsComplete.Reply(status, answer.indent()));
  }

  /** What is wrong in a cell, for a line to {@code broadsheet.check}. */
  Map<String, Object> check(Map<String, Object> said) {
    if (!(said.get("code") instanceof String code)) {
      throw new IllegalArgumentException("data needs \"code\", the text of a cell");
    }
    Hints hints = new Hints(session.get().scope(), new AssistNames(assist));
    List<Problem> problems = new ArrayList<>(MagicCheck.writing(new Cell(Cell.UNCOUNTED, code)));
    problems.addAll(assist.problems(code));
    return Map.of("problems", problems.stream().map(p -> problem(code, p, hints)).toList());
  }

  private static Map<String, Object> problem(String code, Problem problem, Hints hints) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("message", problem.summary());
    json.put("severity", problem.definite() ? "error" : "warning");
    json.put("start", place(code, problem.start()));
    json.put("end", place(code, problem.end()));
    hints.of(code, problem).ifPresent(hint -> json.put("hint", hint.text()));
    return json;
  }

  /** Line from 0, column in code points. */
  private static Map<String, Object> place(String code, int offset) {
    String before = code.substring(0, Math.max(0, Math.min(offset, code.length())));
    int line = (int) before.chars().filter(c -> c == '\n').count();
    String rest = before.substring(before.lastIndexOf('\n') + 1);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("line", line);
    json.put("column", rest.codePointCount(0, rest.length()));
    return json;
  }
}
