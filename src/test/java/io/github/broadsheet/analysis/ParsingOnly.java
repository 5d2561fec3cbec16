package io.github.broadsheet.analysis;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Lets JShell compile snippets, and judge them, without running any. */
final class ParsingOnly implements ExecutionControlProvider {
  @Override
  public String name() {
    return "parsing-only";
  }

  @Override
  public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
    return new Nothing();
  }

  private static final class Nothing implements ExecutionControl {
    @Override
    public void load(ClassBytecodes[] classes) {}

    @Override
    public void redefine(ClassBytecodes[] classes) {}

    @Override
    public String invoke(String className, String methodName) {
      return "";
    }

    @Override
    public String varValue(String className, String variableName) {
      return "";
    }

    @Override
    public void addToClasspath(String path) {}

    @Override
    public void stop() {}

    @Override
    public Object extensionCommand(String command, Object argument) {
      throw new UnsupportedOperationException(command);
    }

    @Override
    public void close() {}
  }
}
