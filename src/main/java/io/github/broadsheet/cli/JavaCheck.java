package io.github.broadsheet.cli;

import io.github.broadsheet.assist.JdkSources;
import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.Outcome;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.engine.SilentIo;
import io.github.broadsheet.run.Times;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Java, and whether cells run in it. */
final class JavaCheck {
  private static final int OLDEST = 17;
  private static final long LITTLE = 512L << 20;

  static Finding version() {
    String state = Runtime.version() + " at " + System.getProperty("java.home");
    if (Runtime.version().feature() < OLDEST) {
      return Finding.broken("Java", state, "Point JAVA_HOME to a JDK " + OLDEST + " or newer.");
    }
    boolean compiler =
        ModuleLayer.boot().findModule("jdk.compiler").isPresent()
            && ModuleLayer.boot().findModule("jdk.jshell").isPresent();
    return compiler
        ? Finding.fine("Java", state)
        : Finding.broken(
            "Java",
            state + ", a runtime without the compiler",
            "Install the whole JDK, not a JRE, and point JAVA_HOME to it.");
  }

  /** What Shift-Tab shows of Java's own classes. */
  static Finding documentation() {
    Optional<Path> sources = JdkSources.found();
    if (sources.isEmpty()) {
      return Finding.note(
          "Java's docs",
          "not here: Shift-Tab shows signatures of Java's own classes, without their documentation",
          "Install the sources of the JDK (lib/src.zip), for example: apt-get install openjdk-"
              + Runtime.version().feature()
              + "-source");
    }
    String whose = JdkSources.isOwn() ? "" : ", of another JDK";
    return Finding.fine("Java's docs", "from " + sources.get() + whose);
  }

  static Finding memory() {
    long most = Runtime.getRuntime().maxMemory();
    String state = String.format(Locale.ROOT, "up to %.1f GB for a notebook", most / 1e9);
    return most >= LITTLE
        ? Finding.fine("Memory", state)
        : Finding.note("Memory", state, "Give more with BROADSHEET_JAVA_OPTS=-Xmx2g");
  }

  static Finding program() {
    try {
      Path place = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      String built = Files.getLastModifiedTime(place).toString().replaceAll("\\.\\d+", "");
      return Finding.fine("Program", Version.program() + ", built " + built + ", " + place);
    } catch (URISyntaxException | IOException e) {
      return Finding.note("Program", Version.program() + ", cannot tell from where: " + e);
    }
  }

  /** Runs a cell. */
  Finding session() {
    long start = System.nanoTime();
    try (Session session = Session.open()) {
      Outcome outcome = session.evaluate(new Cell(1, "20 + 22"), new SilentIo());
      String took = Times.text(Duration.ofNanos(System.nanoTime() - start));
      if (outcome instanceof Outcome.Done done
          && done.bundle() != null
          && "42".equals(done.bundle().get("text/plain"))) {
        return Finding.fine("Cells", "run; the first one took " + took);
      }
      return Finding.broken("Cells", "20 + 22 gave " + outcome, "Please report this.");
    } catch (RuntimeException e) {
      return Finding.broken("Cells", "cannot run: " + e, "Start it with the launcher, broadsheet.");
    }
  }
}
