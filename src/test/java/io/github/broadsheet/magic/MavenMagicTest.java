package io.github.broadsheet.magic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.broadsheet.assist.Assist;
import io.github.broadsheet.engine.Cell;
import io.github.broadsheet.engine.Session;
import io.github.broadsheet.engine.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a repository of its own on this machine, which settings.xml makes the mirror of all. */
class MavenMagicTest extends MagicCells {
  private Path repository = Path.of("");

  @BeforeEach
  void publish() throws IOException {
    repository = Files.createDirectories(folder.resolve("remote"));
    mirror("here", repository.toUri().toString());
    for (String version : new String[] {"1.0", "2.0"}) {
      String core =
          "package lab.core; public class Core { public static String version = \""
              + version
              + "\"; }";
      Jar.publish(repository, "lab:core:" + version, "lab.core.Core", core);
    }
    Jar.publish(
        repository,
        "lab:left:1.0",
        "lab.left.Left",
        "package lab.left; public class Left { public static int n = 1; }",
        "lab:core:1.0");
    Jar.publish(
        repository,
        "lab:right:1.0",
        "lab.right.Right",
        "package lab.right; public class Right { public static int n = 2; }",
        "lab:core:2.0");
  }

  @AfterEach
  void online() {
    System.clearProperty("broadsheet.offline");
  }

  @Test
  void fetchesWhatIsAskedWithAllItNeedsForTheSameCell() {
    assertThat(value("%maven lab:left:1.0\nimport lab.left.*;\nlab.core.Core.version + Left.n"))
        .contains("1.01");
    assertThat(io.out()).isEqualTo("Added: left-1.0.jar, core-1.0.jar\n");
    assertThat(printed("%maven lab:left:1.0")).isEqualTo("Nothing to add.\n");
    assertThat(value("%dependency /add lab:right:1.0 /resolve\nlab.right.Right.n")).isEqualTo("2");
  }

  @Test
  void fetchesTheSourcesOfAllInTheEnd() throws Exception {
    for (String name : new String[] {"left", "core"}) {
      Path jar = repository.resolve("lab/" + name + "/1.0/" + name + "-1.0.jar");
      Files.copy(jar, jar.resolveSibling(name + "-1.0-sources.jar"));
    }
    value("%maven lab:left:1.0");
    Path local = folder.resolve("local/lab");
    assertThat(local.resolve("left/1.0/left-1.0-sources.jar")).exists();
    Path other = local.resolve("core/1.0/core-1.0-sources.jar");
    long start = System.nanoTime();
    while (!Files.exists(other)) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(60));
      Thread.sleep(10);
    }
  }

  @Test
  void showsTheDocumentationOfAJarFromTheSourcesBesideIt() throws Exception {
    Path jar = repository.resolve("lab/left/1.0/left-1.0-sources.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("lab/left/Left.java"));
      out.write(
          "package lab.left; /** The left one. */ public class Left { /** How many. */ public static int n; }"
              .getBytes(StandardCharsets.UTF_8));
    }
    value("%maven lab:left:1.0");
    Files.delete(jar);
    System.setProperty("broadsheet.offline", "true");
    try (Session another = Session.open()) {
      Evaluator evaluator =
          new Evaluator(another, new Variables(() -> environment), maven(), Sharing.NONE);
      evaluator.evaluate(new Cell(1, "%maven lab:left:1.0"), new Transcript());
      try (Assist assist = new Assist(another::scope)) {
        assertThat(assist.inspect("lab.left.Left.n", 10, 0).orElseThrow().html())
            .contains("The left one.");
        assertThat(assist.inspect("lab.left.Left.n", 15, 1).orElseThrow().plain())
            .startsWith("int Left.n")
            .contains("How many.", "public static int n;");
      }
    }
  }

  @Test
  void choosesOneVersionForAllThatIsAsked() {
    assertThat(value("%maven lab:right:1.0 lab:left:1.0\nlab.core.Core.version")).contains("2.0");
    assertThat(io.out()).contains("core-2.0.jar").doesNotContain("core-1.0");
  }

  @Test
  void saysWhenAVersionCannotBeReplaced() {
    value("%maven lab:left:1.0");
    assertThat(printed("%maven lab:core:2.0"))
        .contains("lab:core:2.0: 1.0 is loaded already and stays; restart the kernel");
    assertThat(value("lab.core.Core.version")).contains("1.0");
  }

  @Test
  void sharesTheJarsOfTheProgram() throws IOException {
    String source = "package org.jsoup; public class Jsoup { public static int old = 1; }";
    Jar.publish(repository, "org.jsoup:jsoup:0.1", "org.jsoup.Jsoup", source);
    assertThat(printed("%maven org.jsoup:jsoup:0.1"))
        .matches(
            "org.jsoup:jsoup:0.1: Broadsheet brings [\\d.]+, which is used instead\nNothing to add.\n");
    String other = "package other.jsoup; public class Mine { public static int n = 9; }";
    Jar.publish(repository, "other:jsoup:1.0", "other.jsoup.Mine", other);
    assertThat(value("%maven other:jsoup:1.0\nother.jsoup.Mine.n")).isEqualTo("9");
  }

  @Test
  void saysWhatIsNowhereAndWhoWasAsked() {
    assertThat(traceback("int n = 1;\n%maven lab:left:1.0 lab:none:3.1"))
        .contains(
            "Cell In[1], line 2",
            "lab:none:3.1 was not found",
            "here (file:",
            folder.resolve("local").toString(),
            "central.sonatype.com");
    assertThat(failure("%maven lab:left").message()).contains("its version is missing");
    assertThat(failure("%maven a b").message()).contains("\"a\" is no Maven coordinate");
    assertThat(failure("%maven").message()).contains("%maven needs a coordinate");
    assertThat(value("%maven lab:left:1.0\nlab.left.Left.n")).isEqualTo("1");
  }

  @Test
  void worksOfflineFromTheLocalRepository() throws IOException {
    value("%maven lab:left:1.0");
    value("%env BROADSHEET_OFFLINE=1");
    Files.move(repository, folder.resolve("away"));
    assertThat(printed("%maven lab:left:1.0")).isEqualTo("Nothing to add.\n");
    mirror("here", "http://127.0.0.1:1/");
    assertThat(failure("%maven lab:right:1.0").message())
        .contains("lab:right:1.0 is not in the local repository", "BROADSHEET_OFFLINE=1 is set");
  }

  @Test
  void saysThatAServerCannotBeReached() throws IOException {
    mirror("gone", "http://reader:hush@127.0.0.1:1/maven");
    assertThat(failure("%maven lab:left:1.0").message())
        .contains(
            "lab:left:1.0 could not be fetched", "gone (http://127.0.0.1:1/maven)", "settings.xml")
        .doesNotContain("hush");
  }

  @Test
  void asksARepositoryThatIsAdded() throws IOException {
    Files.writeString(
        folder.resolve("settings.xml"), "<settings><offline>true</offline></settings>");
    assertThat(
            value(
                "%mavenRepo lab " + repository.toUri() + "\n%maven lab:left:1.0\nlab.left.Left.n"))
        .isEqualTo("1");
    assertThat(failure("%mavenRepo lab ftp://example.org").message()).contains("no address");
    assertThat(failure("%mavenRepo lab https://me:hush@example.org/").message())
        .contains("settings.xml")
        .doesNotContain("hush");
  }

  @Test
  void readsTheDependenciesOfAPom() throws IOException {
    assertThat(
            value("%%loadFromPOM\n<dependency>" + Jar.elements("lab:left:1.0") + "</dependency>"))
        .isNull();
    assertThat(value("lab.left.Left.n")).isEqualTo("1");
    Path pom = folder.resolve("pom.xml");
    Files.writeString(
        pom,
        "<project><properties><v>1.0</v></properties><dependencies><dependency>"
            + Jar.elements("lab:right:${v}")
            + "</dependency></dependencies></project>");
    assertThat(value("%loadFromPOM " + pom + "\nlab.right.Right.n")).isEqualTo("2");
    assertThat(failure("%%loadFromPOM\n<nonsense").message()).contains("no POM");
  }

  private void mirror(String id, String url) throws IOException {
    Files.writeString(
        folder.resolve("settings.xml"),
        "<settings><mirrors><mirror><id>"
            + id
            + "</id><mirrorOf>*</mirrorOf><url>"
            + url
            + "</url></mirror></mirrors></settings>");
  }
}
