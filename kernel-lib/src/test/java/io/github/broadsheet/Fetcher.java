package io.github.broadsheet;

import io.github.broadsheet.archive.Archive;
import io.github.broadsheet.http.Client;
import io.github.broadsheet.http.FakeTime;
import io.github.broadsheet.http.Limits;
import io.github.broadsheet.http.Settings;
import io.github.broadsheet.source.HuggingFace;
import io.github.broadsheet.source.ListKeeper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process that fetches a range of days into an archive, to be killed or to run beside others. */
final class Fetcher {
  private Fetcher() {}

  /** Starts the process; it writes a line for each list it kept, then one for each note. */
  static Process start(URI hub, Path home, LocalDate from, LocalDate to, int times)
      throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                Fetcher.class.getName(),
                hub.toString(),
                home.toString(),
                from.toString(),
                to.toString(),
                String.valueOf(times)))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  public static void main(String[] args) {
    Settings settings = Settings.of(Map.of("HF_ENDPOINT", args[0]));
    FakeTime time = new FakeTime("2025-12-31T12:00:00Z");
    HuggingFace hub =
        new HuggingFace(new Client(() -> settings, Limits.USUAL, time.timing()), time);
    Path home = Path.of(args[1]);
    LocalDate from = LocalDate.parse(args[2]);
    LocalDate to = LocalDate.parse(args[3]);
    for (int i = 0; i < Integer.parseInt(args[4]); i++) {
      try (Archive archive = Archive.open(home)) {
        hub.keeping(new Telling(archive)).between(from, to);
      }
    }
    new Archived(hub, home, false).between("All", from, to).notes().forEach(System.out::println);
  }

  /** Says what was kept, once it was. */
  private record Telling(Archive archive) implements ListKeeper {
    @Override
    public boolean has(LocalDate day) {
      return archive.has(day);
    }

    @Override
    public Optional<Boolean> listed(LocalDate day) {
      return archive.listed(day);
    }

    @Override
    public boolean keep(Lists lists) {
      boolean kept = archive.keep(lists);
      System.out.println("kept " + lists.from());
      return kept;
    }
  }
}
