package io.github.broadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.broadsheet.PapersException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PaperFileTest {
  private static final String HF_RECORD =
      "{\"paper\": {\"id\": \"2505.00010\", \"title\": \"Inkwells \\\"Run\\\" Dry\", \"upvotes\":"
          + " 3, \"publishedAt\": \"2025-05-01T23:00:00.000Z\", \"authors\": [{\"name\": \"Bo"
          + " Nib\"}]}, \"numComments\": 1}";
  private static final String MORE_UPVOTED =
      "{\"paper\": {\"id\": \"2505.00020\", \"title\": \"Blots\", \"upvotes\": 9}}";
  private static final String ATOM =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">"
          + "<entry><id>http://arxiv.org/abs/2505.00010v3</id><title>Quills</title></entry></feed>";
  private static final String PAGE_TEXT =
      """
      Daily Papers

      byAK and the research community

      Jun 1

      Quills

      Feathers.

        • 2 authors
      ·
      May 30 4
      """;
  private static final String CSV =
      """
      id,title,upvotes
      2505.00010,"Quills, cut",7
      0704.0001,B,
      """;
  private static final String BIB =
      """
      % Export of some reference manager
      @string{lab = "Vellum Lab"}
      @article{nib2024,
        title = {{Quills} and {\\"O}l: 5\\% of $x_{1}$},
        author = {Nib, Bo and Ada de Quill and {The Blot, Inc. and Sons}},
        year = 2024, month = may, day = 7, journal = lab,
        eprint = {2405.00010v2}, archivePrefix = {arXiv}, primaryClass = {cs.CL}
      }
      @book{x1, title = "No arXiv", year = {1999}}
      """;

  @TempDir Path folder;

  @Test
  void knowsTheKindByTheContentWhateverTheName() throws IOException {
    assertThat(ids("a.txt", "[" + HF_RECORD + "," + MORE_UPVOTED + "]"))
        .containsExactly("2505.00020", "2505.00010");
    assertThat(ids("b.csv", HF_RECORD)).containsExactly("2505.00010");
    assertThat(ids("c", "{\"data\": [" + HF_RECORD + "], \"date\": \"2025-05-02\"}"))
        .containsExactly("2505.00010");
    assertThat(ids("d.html", HF_RECORD + "\n\n" + MORE_UPVOTED + "\n"))
        .containsExactly("2505.00020", "2505.00010");
    assertThat(ids("e.json", ATOM)).containsExactly("2505.00010");
    assertThat(ids("f.json", PAGE_TEXT)).hasSize(1).allMatch(id -> id.startsWith("page:"));
    assertThat(ids("g.json", CSV)).containsExactly("2505.00010", "0704.0001");
    assertThat(ids("h.json", BIB)).containsExactly("2405.00010", "bib:x1");
    assertThat(ids("i", "[\"{'paper': {'id': '2505.00010', 'title': 'T', 'authors': []}}\"]"))
        .containsExactly("2505.00010");
    assertThat(ids("j", "[{'paper': {'id': '2505.00010', 'title': 'T', 'hidden': None}}]"))
        .containsExactly("2505.00010");
    assertThat(ids("l", "[\n" + HF_RECORD + ",\n" + MORE_UPVOTED + "\n]\n")).hasSize(2);
    assertThat(ids("m", "{\"data\": [\n" + HF_RECORD + "\n]}\n")).hasSize(1);
    assertThat(ids("n", "{\"cut" + HF_RECORD.substring(9) + "\n" + MORE_UPVOTED)).hasSize(1);
    assertThat(ids("k", "[{\"id\": \"2505.00010\", \"title\": \"T\", \"score\": 1.5}]"))
        .containsExactly("2505.00010");
  }

  @Test
  void gzipAndByteOrderMarksAreSeenThrough() throws IOException {
    Path zipped = folder.resolve("any.name");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      out.write(ATOM.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(zipped).table().rowCount()).isEqualTo(1);
    assertThat(ids("bom.csv", "\uFEFF" + CSV)).hasSize(2);
    Path wide = folder.resolve("wide.txt");
    Files.write(wide, PAGE_TEXT.getBytes(StandardCharsets.UTF_16));
    assertThat(read(wide).table().intColumn("author_count").get(0)).isEqualTo(2);
  }

  @Test
  void readsASavedListPage() throws IOException {
    String props = "{\"date\":\"2024-08-01T00:00:00.000Z\",\"dailyPapers\":[" + HF_RECORD + "]}";
    String escaped = props.replace("&", "&amp;").replace("\"", "&quot;");
    String page = "<!DOCTYPE html><html><body><div data-target=\"DailyPapers\" data-props=";
    for (String attribute : List.of('"' + escaped + '"', "'" + props + "'")) {
      Table table = read(file("page.html", page + attribute + "></div></body></html>")).table();
      assertThat(table.stringColumn("title").asList()).containsExactly("Inkwells \"Run\" Dry");
      assertThat(table.dateColumn("listed").get(0)).isEqualTo("2024-08-01");
      assertThat(table.stringColumn("source").asList()).containsExactly("hf");
    }
  }

  @Test
  void readsASavedSearchWeekAndPaperPage() throws IOException {
    String both = HF_RECORD + "," + MORE_UPVOTED;
    String search =
        "{\"query\":\"ink\",\"searchResults\":[" + both + "],\"dailyPapers\":[" + HF_RECORD + "]}";
    assertThat(ids("s.html", page("DailyPapers", search)))
        .containsExactly("2505.00010", "2505.00020");
    String week =
        "{\"periodType\":\"week\",\"dateString\":\"2025-05-05\",\"searchResults\":[],"
            + "\"dailyPapers\":["
            + both
            + "]}";
    Table table = read(file("w.html", page("DailyPapers", week))).table();
    assertThat(table.stringColumn("id").asList()).containsExactly("2505.00020", "2505.00010");
    assertThat(table.dateColumn("listed").countMissing()).isEqualTo(2);
    assertThat(ids("p.html", page("PaperContent", HF_RECORD))).containsExactly("2505.00010");
  }

  @Test
  void readsDumpsOfArxiv() throws IOException {
    String crawl =
        "{\"id\": \"0704.0010\", \"title\": \"Old\\n  ink\", \"authors\": [\"A B\", \"C\"],"
            + " \"categories\": [\"cs.CV\", \"68T45\", \"cs.AI\"], \"comment\": null,"
            + " \"abstract\": \"Ink.\", \"published\": \"2025-10-13\"}\n";
    String kaggle =
        "{\"id\":\"0704.0011\",\"authors\":\"B. Nib\",\"title\":\"Nibs\",\"comments\":\"9 pages\","
            + "\"categories\":\"math.CO cs.CG\",\"abstract\":\"  N.\\n\",\"versions\":[{\"version\":"
            + "\"v1\",\"created\":\"Sat, 31 Mar 2007 22:26:18 -0500\"}],\"update_date\":\"2008-12-13\","
            + "\"authors_parsed\":[[\"Nib\",\"Bo\",\"Jr.\"],[\"Quill\",\"Ada\",\"\"]]}\n";
    ReadTable read = read(file("x.jsonl", crawl + kaggle + "{\"cut\": \n" + "{\"id\": \"7\"}\n"));
    Table table = read.table();

    assertThat(table.stringColumn("id").asList()).containsExactly("0704.0010", "0704.0011");
    assertThat(table.stringColumn("categories").asList())
        .containsExactly("cs.CV; cs.AI", "math.CO; cs.CG");
    assertThat(table.stringColumn("authors").asList())
        .containsExactly("A B; C", "Bo Nib Jr.; Ada Quill");
    assertThat(table.dateColumn("published").asList())
        .containsExactly(LocalDate.of(2025, 10, 13), LocalDate.of(2007, 4, 1));
    assertThat(table.intColumn("comments").countMissing()).isEqualTo(2);
    assertThat(read.notes().get(0)).startsWith("2 of 4 records skipped: record 3");
  }

  @Test
  void readsBibTexWithoutItsBraces() throws IOException {
    ReadTable read = read(file("x.bib", BIB + "@misc{cut, title = {Half"));
    Table table = read.table();

    assertThat(table.stringColumn("title").asList())
        .containsExactly("Quills and Öl: 5% of $x_{1}$", "No arXiv");
    assertThat(table.stringColumn("authors").get(0))
        .isEqualTo("Bo Nib; Ada de Quill; The Blot, Inc. and Sons");
    assertThat(table.dateColumn("published").get(0)).isEqualTo("2024-05-07");
    assertThat(table.stringColumn("categories").get(0)).isEqualTo("cs.CL");
    assertThat(read.notes().get(0)).startsWith("1 of 3 records skipped: record 3 is broken");
  }

  @Test
  void theDayOfAListComesFromTheReaderTheFileOrItsName() throws IOException {
    String array = "[" + HF_RECORD + "]";
    Path named = file("2025-05-03.json", array);
    assertThat(read(named).table().dateColumn("listed").get(0)).isEqualTo("2025-05-03");
    Table given = PaperFile.read(named, LocalDate.of(2025, 5, 4)).table();
    assertThat(given.dateColumn("listed").get(0)).isEqualTo("2025-05-04");
    Table page = PaperFile.read(file("p.txt", PAGE_TEXT), LocalDate.of(2021, 6, 1)).table();
    assertThat(page.dateColumn("published").get(0)).isEqualTo("2021-05-30");
  }

  @Test
  void foreignCsvKeepsWhatItCanAndNamesTheRest() throws IOException {
    String text =
        "Title;ID;upvotes;note\r\n\"a;b\";2405.17430;many;x\r\n;;;\r\n\r\nc;0704.0010;2;\"y\ny\"\r\n";
    ReadTable read = read(file("excel.csv", text));

    assertThat(read.table().columnNames()).containsExactly("Title", "ID", "upvotes", "note");
    assertThat(read.table().stringColumn("id").asList())
        .containsExactly("2405.17430", "", "0704.0010");
    assertThat(read.table().stringColumn("note").get(2)).isEqualTo("y\ny");
    assertThat(read.table().intColumn("upvotes").isMissing(0)).isTrue();
    assertThat(read.notes())
        .containsExactly("1 value left empty: upvotes of row 1 is \"many\", not a whole number.");
  }

  @Test
  void namesThatDifferInCaseAloneAreKeptApart() throws IOException {
    String line = "{\"id\": \"1\", \"title\": \"a\", \"Title\": \"b\", \"n\": 1e999}";
    assertThat(read(file("x", line)).table().columnNames())
        .containsExactly("id", "title", "Title 2", "n");
    assertThat(read(file("y", "id,ID\n1,2\n")).table().columnNames()).containsExactly("id", "ID 2");
  }

  @Test
  void oddSizesAreReadInTime() throws IOException {
    assertThatThrownBy(() -> read(file("x", "\n".repeat(900_000) + "x")))
        .isInstanceOf(PapersException.class);
    assertThatThrownBy(() -> read(file("y", "[".repeat(100_000))))
        .isInstanceOf(PapersException.class);
    assertThatThrownBy(() -> read(file("z", "[{\"paper\": {\"id\": 1e999, \"title\": 1e999}}]")))
        .isInstanceOf(PapersException.class);
    String abstractText = "ink ".repeat(500_000);
    String line = "{\"id\": \"1\", \"title\": \"a\", \"abstract\": \"" + abstractText + "\"}";
    assertThat(ids("long", line)).containsExactly("1");
  }

  @Test
  void saysWhatIsWrongWithAFileThatIsNoListing() throws IOException {
    assertThatThrownBy(() -> read(folder.resolve("none.csv")))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("There is no file " + folder.resolve("none.csv"))
        .hasMessageContaining("A relative path starts in");
    file("inside.txt", "x");
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("is a folder, not a file. It holds inside.txt");
    fails("", "nothing: the file is empty");
    fails(" \n\t\n", "nothing: the file is empty");
    fails("Dear diary,\ntoday nothing.", "text that starts \"Dear diary, today nothing.\"");
    fails("PK\u0003\u0004..", "a zip archive");
    fails("a\0b", "binary data");
    fails("{\"a\": {\"b\": 1}}", "JSON that starts \"{\"a\": {\"b\": 1}}\"");
    fails("[1, 2, 3]", "JSON that starts \"[1, 2, 3]\"");
    fails("[" + HF_RECORD.substring(0, 60), "breaks off or is broken at line 1");
    fails("<html><title>Shop</title></html>", "a page titled \"Shop\"");
    fails(page("DailyPapers", "{\"dailyPapers\": ["), "The JSON inside this saved page is cut");
    fails("<?xml version='1.0'?><rss/>", "expected <feed>, found <rss>");
    fails(ATOM.substring(0, ATOM.length() - 40), "This is no whole Atom feed");
    fails(
        "[{\"paper\": {\"id\": \"2505.00010\"}}]", "No record of it could be read: 1 of 1 record");
    assertThat(ids("empty.json", "[]")).isEmpty();
    assertThatThrownBy(() -> read(file("x", "Dear diary")))
        .hasMessageContaining("Expected JSON of Hugging Face's API")
        .hasMessageContaining("Check that this is the file you meant.");
  }

  @Test
  void ofAFileThatIsCutTheWholeRecordsAreReadAndTheLossIsSaid() throws IOException {
    String list = "[" + HF_RECORD + ",\n" + MORE_UPVOTED + "]";
    String told = ": the record before that is here, what follows is lost. Fetch or save";
    for (String text :
        List.of(
            list.substring(0, list.length() - 30),
            "{\"date\":\"2025-05-02\",\"dailyPapers\":" + list.substring(0, list.length() - 30),
            "{\"data\": [" + HF_RECORD + ", {\"paper\": @@@",
            ATOM.replace("</feed>", "<entry><id>http://arxiv.org/abs/2505.00011"))) {
      ReadTable read = read(file("cut", text));
      assertThat(read.table().stringColumn("id").asList()).as(text).containsExactly("2505.00010");
      assertThat(read.notes()).singleElement().asString().contains("breaks off").contains(told);
    }
  }

  @Test
  void ofAPackedFileThatIsCutItIsTheSame() throws IOException {
    Path whole = folder.resolve("whole.jsonl.gz");
    PaperFile.write(PaperTable.of("p", Sample.listing().papers()), whole);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.jsonl.gz");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    ReadTable read = read(cut);
    assertThat(read.table().rowCount()).isBetween(5, 40);
    assertThat(read.notes().get(0)).startsWith("The packed file breaks off");
    Files.write(cut, java.util.Arrays.copyOf(bytes, 12));
    assertThatThrownBy(() -> read(cut))
        .isInstanceOf(PapersException.class)
        .hasMessageContaining("Cannot read " + cut);
  }

  @Test
  void anAuthorWhoseNameHoldsTheJointStaysOne() {
    Paper.Draft draft = Paper.draft("2405.17430", "T", "hf");
    draft.authors = List.of("Nib; Inc.", "Quill");
    List<Paper> back = PaperTable.papers(PaperTable.of("p", List.of(draft.paper())));
    assertThat(back.get(0).authors()).containsExactly("Nib, Inc.", "Quill");
  }

  @Test
  void whatIsWrittenReadsBackEqual() {
    Table table = PaperTable.of("p", Sample.listing().papers());
    table.addColumns(StringColumn.create("mine", table.stringColumn("id").asList()));
    for (String name :
        List.of("a.csv", "a.csv.gz", "a.jsonl", "a.jsonl.gz", "A.CSV", "b.c.jsonl")) {
      Path path = folder.resolve(name);
      PaperFile.write(table, path);
      ReadTable read = read(path);
      assertThat(read.notes()).isEmpty();
      assertThat(read.table().columnNames()).isEqualTo(table.columnNames());
      assertThat(read.table().typeArray()).isEqualTo(table.typeArray());
      for (String column : table.columnNames()) {
        assertThat(read.table().column(column).asList())
            .as(column)
            .isEqualTo(table.column(column).asList());
      }
    }
  }

  @Test
  void bibTexKeepsWhatItKnowsOfAPaper() throws IOException {
    Paper.Draft draft =
        Paper.draft("2405.17430", "R&D \\alpha {x 50% #1_$ ~^ \"q\" $\\beta_{2}$", "hf");
    draft.authors = List.of("Zoë Ünal", "Blot, Inc.", "Quill and Sons", "李 🧪");
    draft.published = LocalDate.of(2024, 5, 27);
    draft.abstractText = "It costs $5 and \\ more }.";
    draft.categories = List.of("cs.CL", "cs.AI");
    draft.keywords = List.of("ink_wells", "pens");
    draft.url = "https://arxiv.org/abs/2405.17430";
    Paper same = Paper.draft("sample:01", "R&D", "sample").paper();
    Path path = folder.resolve("papers.bib");
    PaperFile.write(PaperTable.of("p", List.of(draft.paper(), draft.paper(), same)), path);

    String text = Files.readString(path);
    assertThat(text)
        .contains("@misc{unal2024r,", "@misc{unal2024r-2,", "@misc{r,", "eprint = {2405.17430}")
        .contains("archivePrefix = {arXiv}", "primaryClass = {cs.CL}", "month = may", "50\\%");
    ReadTable read = read(path);
    assertThat(read.notes()).isEmpty();
    Paper back = PaperTable.papers(read.table()).get(0);
    Paper asked = draft.paper();
    assertThat(back.title()).isEqualTo(asked.title());
    assertThat(back.abstractText()).isEqualTo(asked.abstractText());
    assertThat(back.authors()).isEqualTo(asked.authors());
    assertThat(back.published()).isEqualTo(asked.published());
    assertThat(back.keywords()).isEqualTo(asked.keywords());
    assertThat(back.id()).isEqualTo(asked.id());
    assertThat(back.url()).isEqualTo(asked.url());
    assertThat(read.table().stringColumn("id").get(2)).isEqualTo("bib:r");
  }

  @Test
  void writesWholeOrNotAtAll() throws IOException {
    Path path = file("papers.bib", "was here");
    Table untitled = Table.create("t", StringColumn.create("x", "y"));
    assertThatThrownBy(() -> PaperFile.write(untitled, path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs a column title; this table has x");
    assertThat(Files.readString(path)).isEqualTo("was here");
    assertThatThrownBy(() -> PaperFile.write(untitled, folder.resolve("x.xlsx")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Expected .csv, .jsonl, .bib, .ris or .md");
    for (String name : List.of("x.csv", "x.jsonl", "x.bib", "x.ris", "x.md")) {
      assertThatThrownBy(() -> PaperFile.write(Table.create("none"), folder.resolve(name)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the table has no columns");
    }
    assertThatThrownBy(() -> PaperFile.write(untitled, folder.resolve("no/such/x.csv")))
        .isInstanceOf(PapersException.class)
        .hasMessage(
            "Cannot write %1$s/no/such/x.csv: there is no folder %1$s/no/such. Make it first, in a cell: Files.createDirectories(Path.of(\"%1$s/no/such\"))",
            folder);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
  }

  @Test
  void damageOfAnyKindIsAtWorstAnExplainedFailure() throws IOException {
    Random random = new Random(7);
    String props = "{\"date\":\"2024-08-01\",\"dailyPapers\":[" + HF_RECORD + "]}";
    List<String> seeds =
        List.of(
            "[" + HF_RECORD + "," + MORE_UPVOTED + "]",
            HF_RECORD + "\n" + MORE_UPVOTED,
            "[{'paper': {'id': '2505.00010', 'title': 'T\\x41', 'hidden': None}}]",
            page("DailyPapers", props),
            ATOM,
            PAGE_TEXT,
            "#columns={\"id\":\"STRING\"}\n" + CSV,
            "{\"_columns\":{\"id\":\"STRING\"}}\n{\"id\":\"1\",\"title\":\"T\",\"n\":1}",
            BIB);
    Path path = folder.resolve("damaged");
    for (int i = 0; i < 300; i++) {
      Files.write(path, damaged(seeds.get(i % seeds.size()), random));
      try {
        assertThat(read(path).table()).isNotNull();
      } catch (PapersException e) {
        assertThat(e).hasMessageContaining("Cannot read " + path);
      }
    }
  }

  private static byte[] damaged(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes = java.util.Arrays.copyOf(bytes, at);
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> {
        String signs = "{}[]<>\"'\\\n,;:&@#·•$0";
        for (int n = 0; n < 5; n++) {
          bytes[random.nextInt(bytes.length)] = (byte) signs.charAt(random.nextInt(signs.length()));
        }
      }
      default -> {
        int to = at + random.nextInt(bytes.length - at);
        byte[] twice = new byte[bytes.length + to - at];
        System.arraycopy(bytes, 0, twice, 0, to);
        System.arraycopy(bytes, at, twice, to, bytes.length - at);
        bytes = twice;
      }
    }
    return bytes;
  }

  private void fails(String text, String found) throws IOException {
    Path path = file("x", text);
    assertThatThrownBy(() -> read(path))
        .isInstanceOf(PapersException.class)
        .hasMessageStartingWith("Cannot read " + path + ". ")
        .hasMessageContaining(found);
  }

  private List<String> ids(String name, String text) throws IOException {
    return read(file(name, text)).table().stringColumn("id").asList();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String page(String target, String props) {
    return "<!DOCTYPE html><html><head></head><body><div data-props='"
        + props.replace("&", "&amp;").replace("'", "&#39;")
        + "' data-target=\""
        + target
        + "\"></div></body></html>";
  }

  private static ReadTable read(Path path) {
    return PaperFile.read(path, null);
  }
}
