package io.github.broadsheet.run;

import io.github.broadsheet.engine.CellIo;
import io.github.broadsheet.notebook.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one cell has given so far, as Jupyter would keep it. Text and values may still come after
 * the cell has ended, from its threads or as updates from later cells.
 */
final class CellOutputs implements CellIo {
  private final Displays displays;
  private final List<Shown> shown = new ArrayList<>();
  private boolean clearBeforeNext;

  CellOutputs(Displays displays) {
    this.displays = displays;
  }

  /** The outputs now. */
  List<Output> now() {
    synchronized (displays) {
      return shown.stream().map(Shown::output).toList();
    }
  }

  /** Adds the cell's result or its error. */
  void add(Output output) {
    synchronized (displays) {
      show(new Shown.Value(output));
    }
  }

  @Override
  public void print(Channel channel, String text) {
    if (text.isEmpty()) {
      return;
    }
    String name = channel == Channel.OUT ? "stdout" : "stderr";
    synchronized (displays) {
      clearIfDue();
      if (!shown.isEmpty()
          && shown.get(shown.size() - 1) instanceof Shown.Text last
          && last.name().equals(name)) {
        last.text().append(text);
      } else {
        shown.add(new Shown.Text(name, new StringBuilder(text)));
      }
    }
  }

  @Override
  public void display(String id, Map<String, Object> bundle) {
    Shown.Value value = new Shown.Value(Output.Data.displayed(bundle));
    synchronized (displays) {
      show(value);
      displays.put(id, value);
    }
  }

  @Override
  public void update(String id, Map<String, Object> bundle) {
    Output output = Output.Data.displayed(bundle);
    synchronized (displays) {
      displays.update(id, output);
    }
  }

  @Override
  public void clear(boolean wait) {
    synchronized (displays) {
      if (wait) {
        clearBeforeNext = true;
      } else {
        clearBeforeNext = false;
        shown.clear();
      }
    }
  }

  // Unchecked: a Scanner takes an IOException for the end of the input and says nothing of it.
  @Override
  public String ask(String prompt, boolean password) {
    String what = prompt.isBlank() ? "for input" : "\"" + prompt.strip() + "\"";
    throw new IllegalStateException(
        "The cell asks "
            + what
            + ", but nobody is there to answer: the notebook runs without a screen. Give the value"
            + " in a cell tagged \"parameters\" and set it with -p name=value.");
  }

  private void show(Shown value) {
    clearIfDue();
    shown.add(value);
  }

  private void clearIfDue() {
    if (clearBeforeNext) {
      clearBeforeNext = false;
      shown.clear();
    }
  }
}
