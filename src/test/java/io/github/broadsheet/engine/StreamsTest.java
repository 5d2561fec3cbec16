package io.github.broadsheet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class StreamsTest extends Cells {
  @Test
  void keepsTheOrderOfOutAndErr() {
    run(
        "System.out.print(\"a\");\nSystem.err.println(\"b\");\nSystem.out.printf(\"%d%n\", 3);\n"
            + "System.out.println('c');System.out.println(1.5);System.out.append(\"d\").append('e');");
    assertThat(io.both()).isEqualTo("ab\n3\nc\n1.5\nde");
    assertThat(io.err()).isEqualTo("b\n");
  }

  @Test
  void bytesAreUtf8AndACharacterMayComeInPieces() {
    run("for (byte b : \"grün 🙂\\n\".getBytes(\"UTF-8\")) System.out.write(b);");
    assertThat(io.out()).isEqualTo("grün 🙂\n");
  }

  @Test
  void aLineIsOneCall() {
    run("for (int i = 0; i < 100; i++) System.out.println(\"line \" + i);");
    assertThat(io.prints()).isEqualTo(100);
  }

  @Test
  void aThreadThatPrintsLaterPrintsToItsCell() throws Exception {
    Transcript first = new Transcript();
    run(
        "var go = new java.util.concurrent.CountDownLatch(1);\n"
            + "new Thread(() -> { try { go.await(); } catch (InterruptedException e) {}"
            + " System.out.println(\"late\"); display(7); }).start();",
        first);
    run("System.out.println(\"second\");\ngo.countDown();");
    await(() -> first.shown.size() == 1);
    assertThat(first.out()).isEqualTo("late\n");
    assertThat(io.out()).isEqualTo("second\n");
  }

  @Test
  void parallelStreamsPrintToTheCellThatRuns() {
    run("IntStream.range(0, 100).parallel().forEach(i -> System.out.println(i));");
    run("IntStream.range(0, 100).parallel().forEach(i -> System.out.println(i));");
    assertThat(io.out().lines()).hasSize(100);
  }

  @Test
  void aThreadThatDiesSaysSo() throws Exception {
    run(
        "Thread bad = new Thread(() -> { throw new IllegalStateException(\"gone\"); }, \"t1\");\nbad.start(); bad.join();");
    await(() -> io.err().contains("gone"));
    assertThat(plain(io.err()))
        .startsWith("Exception in thread \"t1\": java.lang.IllegalStateException: gone")
        .contains(" | Thread bad");
  }

  @Test
  void aCellThatSendsTheOutputElsewhereDoesSoForItself() {
    run(
        "var elsewhere = new ByteArrayOutputStream();\nSystem.setOut(new PrintStream(elsewhere));\n"
            + "System.out.print(\"caught\");");
    assertThat(io.out()).isEmpty();
    assertThat(io.err()).startsWith("The notebook has its own System.out again");
    run("System.out.print(elsewhere);");
    assertThat(io.out()).isEqualTo("caught");
    run("var own = System.out; System.setOut(new PrintStream(elsewhere)); System.setOut(own);");
    assertThat(io.err()).isEmpty();
  }

  @Test
  void aCellWaitsForItsOwnCodeOnly() {
    run(
        "var left = new Thread(() -> { try { Thread.sleep(600_000); }"
            + " catch (InterruptedException e) {} }); left.setDaemon(true); left.start();");
    assertThat(value("left.isAlive()")).isEqualTo("true");
  }

  @Test
  void readsWhatTheReaderTypes() {
    Transcript answering = new Transcript();
    answering.answers.add("Ada");
    answering.answers.add("36");
    run(
        "var in = new Scanner(System.in);\nSystem.out.print(in.nextLine() + in.nextInt());",
        answering);
    assertThat(answering.out()).isEqualTo("Ada36");
  }

  @Test
  void saysWhyNobodyCanBeAsked() {
    assertThat(traceback("System.in.read()")).contains("java.io.IOException: nobody is there");
  }

  @Test
  void closingTheStreamSilencesNothing() {
    run("System.out.close();");
    run("System.out.println(1);");
    assertThat(io.out()).isEqualTo("1\n");
  }

  @Test
  void otherThreadsKeepTheirStreams() {
    PrintStream now = System.out;
    run("1");
    assertThat(System.out).isSameAs(now);
    System.out.print("");
    assertThat(io.both()).isEmpty();
  }
}
