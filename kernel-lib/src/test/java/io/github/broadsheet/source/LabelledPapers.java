package io.github.broadsheet.source;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers of every kind with ten invented papers in which each value carries its field and its
 * paper: {@code TI07}, {@code AB07}, {@code AU07}, {@code OR07}, {@code KW07}. A row that mixes
 * them shows it.
 */
enum LabelledPapers {
  HF_JSON("json", LabelledPapers::hf, ",", "[", "]"),
  HF_PAGE("html", i -> escaped(hf(i)), ",", pageHead(), "]}\"></div></body></html>"),
  ATOM(
      "xml",
      LabelledPapers::atom,
      "\n",
      "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:arxiv=\"http://arxiv.org/schemas/atom\">",
      "</feed>"),
  FEED(
      "xml",
      LabelledPapers::feed,
      "\n",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"urn:dc\" xmlns:arxiv=\"urn:a\">",
      "</feed>"),
  LIST_PAGE(
      "html",
      LabelledPapers::listed,
      "\n",
      "<!DOCTYPE html><html><body><h3>New submissions</h3><dl id='articles'>",
      "</dl></body></html>"),
  PAGE_TEXT(
      "txt",
      LabelledPapers::copied,
      "\n",
      "Daily Papers\nbyAK and the research community\nJun 1\n",
      "\n"),
  SNAPSHOT("jsonl", LabelledPapers::snapshot, "\n", "", "\n"),
  CSV(
      "csv",
      i -> "2510.000%02d,TI%02d on ink,\"AB%02d, an abstract\",AU%02d Quill".formatted(i, i, i, i),
      "\n",
      "id,title,abstract,authors\n",
      "\n"),
  BIBTEX("bib", LabelledPapers::bib, "\n", "", "\n"),
  OAI(
      "xml",
      LabelledPapers::oai,
      "\n",
      "<OAI-PMH><ListRecords>",
      "<resumptionToken>next</resumptionToken></ListRecords></OAI-PMH>");

  private static final int PAPERS = 10;

  final String ending;
  final String text;

  LabelledPapers(
      String ending, IntFunction<String> record, String between, String head, String foot) {
    this.ending = ending;
    this.text =
        IntStream.rangeClosed(1, PAPERS)
            .mapToObj(record)
            .collect(Collectors.joining(between, head, foot));
  }

  private static String hf(int i) {
    return """
        {"title":"TI%1$02d on ink","numComments":1,"publishedAt":"2025-10-28T10:00:00.000Z",
        "paper":{"id":"2510.000%1$02d","title":"TI%1$02d on ink","summary":"AB%1$02d is an abstract.",
        "authors":[{"name":"AU%1$02d Quill"},{"name":"AU%1$02d Nib"}],"upvotes":%1$d,
        "publishedAt":"2025-10-27T10:00:00.000Z","submittedOnDailyAt":"2025-10-28T00:00:00.000Z",
        "organization":{"name":"or","fullname":"OR%1$02d"},"ai_keywords":["KW%1$02d"],
        "githubRepo":"https://github.com/x/y"}}"""
        .formatted(i);
  }

  private static String pageHead() {
    return "<!doctype html><html><body><div data-target=\"DailyPapers\" data-props=\""
        + escaped("{\"dateString\":\"2025-10-28\",\"dailyPapers\":[");
  }

  private static String escaped(String json) {
    return json.replace("\"", "&quot;");
  }

  private static String atom(int i) {
    return """
        <entry><id>http://arxiv.org/abs/2510.000%1$02dv1</id><title>TI%1$02d on ink</title>
        <summary>AB%1$02d is an abstract.</summary><published>2025-10-27T10:00:00Z</published>
        <author><name>AU%1$02d Quill</name></author><category term="cs.CL"/></entry>"""
        .formatted(i);
  }

  private static String feed(int i) {
    return """
        <entry><id>oai:arXiv.org:2510.000%1$02dv1</id><title>TI%1$02d on ink</title>
        <summary>arXiv:2510.000%1$02dv1 Announce Type: new
        Abstract: AB%1$02d is an abstract.</summary><arxiv:announce_type>new</arxiv:announce_type>
        <dc:creator>AU%1$02d Quill, AU%1$02d Nib</dc:creator><category term="cs.CL"/></entry>"""
        .formatted(i);
  }

  private static String listed(int i) {
    return """
        <dt><a href ="/abs/2510.000%1$02d" title="Abstract" id="2510.000%1$02d">arXiv:2510.000%1$02d</a></dt>
        <dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span>
        TI%1$02d on ink</div><div class='list-authors'><a href="#">AU%1$02d Quill</a></div>
        <div class='list-subjects'><span class="primary-subject">X (cs.CL)</span></div>
        <p class='mathjax'>AB%1$02d is an abstract.</p></div></dd>"""
        .formatted(i);
  }

  private static String copied(int i) {
    return """
        TI%1$02d on ink
        AB%1$02d is an abstract as they are on such a page. %2$s
        • %1$d authors
        ·
        Apr %1$d"""
        .formatted(i, "It goes on for a while and says little. ".repeat(8).strip());
  }

  private static String bib(int i) {
    return """
        @article{k%1$d, title = {TI%1$02d on ink}, abstract = {AB%1$02d is an abstract.},
          author = {AU%1$02d Quill and AU%1$02d Nib}, eprint = {2510.000%1$02d}, archiveprefix = {arXiv}}"""
        .formatted(i);
  }

  private static String oai(int i) {
    return """
        <record><header><identifier>oai:arXiv.org:2510.000%1$02d</identifier></header><metadata><arXiv>
        <id>2510.000%1$02d</id><created>2025-10-27</created><authors><author><keyname>AU%1$02d</keyname>
        <forenames>Ada</forenames></author></authors><title>TI%1$02d on ink</title>
        <categories>cs.CL</categories><abstract>AB%1$02d is an abstract.</abstract></arXiv></metadata></record>"""
        .formatted(i);
  }

  private static String snapshot(int i) {
    return """
        {"id":"2510.000%1$02d","authors":"x","title":"TI%1$02d on ink","comments":null,"categories":"cs.CL","abstract":"AB%1$02d is an abstract.","versions":[{"version":"v1","created":"Mon, 2 Apr 2007 19:18:42 GMT"}],"authors_parsed":[["AU%1$02d","Ada",""]]}"""
        .formatted(i);
  }
}
