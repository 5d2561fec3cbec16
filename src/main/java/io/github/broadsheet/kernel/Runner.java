package io.github.broadsheet.kernel;

import io.github.broadsheet.chart.LiveCharts;
import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.CellIo;
import io.github.broadsheet.engine.Outcome;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.protocol.Connection;
import io.github.broadsheet.protocol.ErrorReport;
import io.github.broadsheet.protocol.ExecuteInput;
import io.github.broadsheet.protocol.ExecuteReply;
import io.github.broadsheet.protocol.ExecuteReply.Expression;
import io.github.broadsheet.protocol.ExecuteRequest;
import io.github.broadsheet.protocol.ExecuteResult;
import io.github.broadsheet.protocol.MalformedMessage;
import io.github.broadsheet.protocol.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs cells and counts them. For one thread. */
final class Runner implements Cells.Work {
  private static final Pattern LEAVE = Pattern.compile("(exit|quit)\\s*(?:\\(\\s*\\))?\\s*;?");

  /** What a front-end is to do when the cell has ended. */
  private record Ending(boolean leave, @Nullable Map<String, Object> page) {
    Map<String, Object> pageOrNone() {
      return page == null ? Map.of() : page;
    }
  }

  private final Connection connection;
  private final Questions questions;
  private final Recorder past;
  private final Session session;
  private final BiFunction<Cell, CellIo, Outcome> evaluator;
  private final Pager pager;
  private final AtomicInteger counter;

  /**
   * Runs the cells of a session.
   *
   * @param evaluator runs one
   * @param pager answers cells that ask for documentation
   * @param counter of all cells of the kernel
   */
  Runner(
      Connection connection,
      Questions questions,
      Recorder past,
      Session session,
      BiFunction<Cell, CellIo, Outcome> evaluator,
      Pager pager,
      AtomicInteger counter) {
    this.connection = connection;
    this.questions = questions;
    this.past = past;
    this.session = session;
    this.evaluator = evaluator;
    this.pager = pager;
    this.counter = counter;
  }

  @Override
  public void run(Message message, Runnable beforeFailure) throws MalformedMessage {
    ExecuteRequest request = ExecuteRequest.read(message);
    boolean leave = leaves(request.code().strip());
    Map<String, Object> page = pager.answer(request.code());
    boolean blank = request.code().isBlank() || leave || page != null;
    boolean counted = request.storeHistory() && !blank;
    if (!blank) {
      session.expect();
    }
    int count = counted ? counter.incrementAndGet() : counter.get();
    if (counted) {
      past.add(count, request.code());
    }
    if (!request.silent()) {
      connection.publish(message, new ExecuteInput(request.code(), count));
      LiveCharts.cell(request.cell());
    }
    CellOutput output =
        new CellOutput(connection, questions, message, request.silent(), request.allowStdin());
    Outcome outcome =
        blank
            ? new Outcome.Done(null)
            : evaluator.apply(new Cell(counted ? count : Cell.UNCOUNTED, request.code()), output);
    output.end();
    if (outcome instanceof Outcome.Failed failed) {
      if (request.stopOnError()) {
        beforeFailure.run();
      }
      fail(message, request, count, failed);
    } else {
      finish(message, request, count, (Outcome.Done) outcome, counted, new Ending(leave, page));
    }
  }

  /** Whether this is what readers type into a console to end it, and means nothing else. */
  private boolean leaves(String code) {
    Matcher word = LEAVE.matcher(code);
    return word.matches() && !session.declares(word.group(1));
  }

  private void fail(Message message, ExecuteRequest request, int count, Outcome.Failed failed) {
    ErrorReport report = report(failed);
    if (!request.silent()) {
      connection.publish(message, report);
    }
    connection.reply(message, new ExecuteReply.Failed(count, report));
  }

  private void finish(
      Message message,
      ExecuteRequest request,
      int count,
      Outcome.Done done,
      boolean counted,
      Ending ending) {
    Map<String, Object> bundle = done.bundle();
    if (bundle != null && !request.silent()) {
      connection.publish(message, new ExecuteResult(count, bundle, Listings.metadata()));
    }
    if (bundle != null && counted) {
      past.result(count, bundle.get("text/plain"));
    }
    Map<String, Expression> values = new LinkedHashMap<>();
    request.userExpressions().forEach((name, code) -> values.put(name, value(message, code)));
    connection.reply(
        message, new ExecuteReply.Ok(count, values, ending.leave, ending.pageOrNone()));
  }

  private Expression value(Message message, String code) {
    CellOutput quiet = new CellOutput(connection, questions, message, true, false);
    Outcome outcome = evaluator.apply(new Cell(Cell.UNCOUNTED, code), quiet);
    if (outcome instanceof Outcome.Failed failed) {
      return new Expression.Failure(report(failed));
    }
    Map<String, Object> bundle = ((Outcome.Done) outcome).bundle();
    return new Expression.Value(bundle == null ? Map.of() : bundle);
  }

  private static ErrorReport report(Outcome.Failed failed) {
    return new ErrorReport(failed.name(), failed.message(), failed.traceback());
  }
}
