package io.github.broadsheet.run;

import io.github.broadsheet.notebook.Output;

/** An output that may still grow or be replaced. Guarded by the {@link Displays} of its run. */
sealed interface Shown {
  /** As it is now. */
  Output output();

  /** Text that grows while the cell prints. */
  record Text(String name, StringBuilder text) implements Shown {
    @Override
    public Output output() {
      return new Output.Stream(name, text.toString());
    }
  }

  /** A value or an error. */
  final class Value implements Shown {
    private Output output;

    Value(Output output) {
      this.output = output;
    }

    @Override
    public Output output() {
      return output;
    }

    void replace(Output newOutput) {
      output = newOutput;
    }
  }
}
