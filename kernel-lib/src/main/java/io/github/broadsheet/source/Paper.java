package io.github.broadsheet.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paper as one source tells it. What the source does not say is null (or an empty list), never
 * 0 and never "".
 *
 * @param id arXiv id without version ({@code 2405.17430}); ids of other sources carry a prefix
 * @param title white space collapsed
 * @param abstractText the abstract, white space collapsed
 * @param authors names in the order of the paper
 * @param authorCount how many authors; may be known where the names are not
 * @param organization display name
 * @param published day of the first version, UTC
 * @param listed day of the Daily list
 * @param upvotes as of {@code fetchedAt}
 * @param comments as of {@code fetchedAt}
 * @param keywords as the source gives them
 * @param categories arXiv categories, primary first
 * @param codeUrl http or https
 * @param stars of the code
 * @param projectUrl http or https
 * @param url the paper's own page
 * @param source {@code hf}, {@code arxiv}, {@code page}, {@code file} or {@code sample}
 * @param fetchedAt when this was seen
 */
public record Paper(
    String id,
    String title,
    @Nullable String abstractText,
    List<String> authors,
    @Nullable Integer authorCount,
    @Nullable String organization,
    @Nullable LocalDate published,
    @Nullable LocalDate listed,
    @Nullable Integer upvotes,
    @Nullable Integer comments,
    List<String> keywords,
    List<String> categories,
    @Nullable String codeUrl,
    @Nullable Integer stars,
    @Nullable String projectUrl,
    @Nullable String url,
    String source,
    @Nullable Instant fetchedAt) {

  public Paper {
    authors = List.copyOf(authors);
    keywords = List.copyOf(keywords);
    categories = List.copyOf(categories);
  }

  /**
   * Begins a paper that a source of one's own has found: {@code Paper.of("dblp:conf/x/1", "A
   * title", "dblp").published(day).paper()}. White space is collapsed, what is no web address or
   * empty is left out.
   *
   * @param id the arXiv id without version if there is one, else the source's own with a prefix
   * @param source the name of the source, as the column of that name shows it
   */
  public static Draft of(String id, String title, String source) {
    String arxivId = ArxivTerms.id(id);
    return new Draft(
        arxivId != null ? arxivId : Clean.orEmpty(id), Clean.orEmpty(title), Clean.orEmpty(source));
  }

  /** A paper of which only id, title and source are known so far. */
  static Draft draft(String id, String title, String source) {
    return new Draft(id, title, source);
  }

  /** A paper being filled in, field by field. What is not given stays unknown. */
  public static final class Draft {
    private final String id;
    private final String title;
    private final String source;
    @Nullable String abstractText;
    List<String> authors = List.of();
    @Nullable Integer authorCount;
    @Nullable String organization;
    @Nullable LocalDate published;
    @Nullable LocalDate listed;
    @Nullable Integer upvotes;
    @Nullable Integer comments;
    List<String> keywords = List.of();
    List<String> categories = List.of();
    @Nullable String codeUrl;
    @Nullable Integer stars;
    @Nullable String projectUrl;
    @Nullable String url;
    @Nullable Instant fetchedAt;

    private Draft(String id, String title, String source) {
      this.id = id;
      this.title = title;
      this.source = source;
    }

    String id() {
      return id;
    }

    /** Its abstract. */
    public Draft abstractText(@Nullable String text) {
      abstractText = Clean.text(text);
      return this;
    }

    /** The names of its authors, in their order. */
    public Draft authors(List<String> names) {
      authors = Clean.texts(names);
      return this;
    }

    /** The names of its authors as a list of texts in JSON. */
    public Draft authors(JsonNode names) {
      List<String> texts = new ArrayList<>();
      names.forEach(name -> texts.add(name.asText()));
      return authors(texts);
    }

    /** Where it comes from, as one shows it. */
    public Draft organization(@Nullable String name) {
      organization = Clean.text(name);
      return this;
    }

    /** The day of its first version, UTC. */
    public Draft published(@Nullable LocalDate day) {
      published = day;
      return this;
    }

    /** Votes for it, as of now. */
    public Draft upvotes(@Nullable Integer number) {
      upvotes = number;
      return this;
    }

    /** Comments on it, as of now. */
    public Draft comments(@Nullable Integer number) {
      comments = number;
      return this;
    }

    /** Its key words. */
    public Draft keywords(List<String> words) {
      keywords = Clean.texts(words);
      return this;
    }

    /** Its categories, the primary one first. */
    public Draft categories(List<String> codes) {
      categories = Clean.texts(codes);
      return this;
    }

    /** Where its code is. */
    public Draft codeUrl(@Nullable String link) {
      codeUrl = Clean.link(link);
      return this;
    }

    /** Its own page. */
    public Draft url(@Nullable String link) {
      url = Clean.link(link);
      return this;
    }

    /** The paper as it is now. */
    public Paper paper() {
      Integer count = authorCount;
      if (count == null && !authors.isEmpty()) {
        count = authors.size();
      }
      return new Paper(
          id,
          title,
          abstractText,
          authors,
          count,
          organization,
          published,
          listed,
          upvotes,
          comments,
          keywords,
          categories,
          codeUrl,
          stars,
          projectUrl,
          url,
          source,
          fetchedAt);
    }
  }
}
