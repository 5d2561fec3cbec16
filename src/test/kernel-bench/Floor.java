import java.util.Arrays;
import jdk.jshell.JShell;

/** What JShell itself takes for a trivial snippet, in ms: without imports, variables, messages. */
final class Floor {
  public static void main(String[] args) {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      for (int i = 0; i < 150; i++) {
        shell.drop(shell.eval("1+1").get(0).snippet());
      }
      double[] millis = new double[50];
      for (int i = 0; i < millis.length; i++) {
        long start = System.nanoTime();
        shell.drop(shell.eval("1+1").get(0).snippet());
        millis[i] = (System.nanoTime() - start) / 1e6;
      }
      Arrays.sort(millis);
      System.out.println(millis[millis.length / 2]);
    }
  }
}
