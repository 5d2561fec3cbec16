package io.github.broadsheet;

import io.github.broadsheet.TopicGroups.Group;
import io.github.broadsheet.chart.Chart;
import io.github.broadsheet.display.MimeBundle;
import io.github.broadsheet.text.Term;
import io.github.broadsheet.text.Topic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Papers in groups by what they are about, each with a name from its own phrases. As the value of a
 * cell it shows its table.
 *
 * <pre>{@code
 * var topics = Topics.of(papers, 8);
 * topics.plot()
 * topics.trend().plot()
 * topics.papers(topics.names().get(0)).first(5)
 * }</pre>
 *
 * <p>Two papers are alike if they mention the same phrases, rare ones counting more. The groups are
 * those of spherical k-means, the best of five starts; the same papers give the same groups. How
 * far the starts agree is said: where they do not, the borders are a matter of luck.
 */
public final class Topics implements MimeBundle {
  private static final int FOLLOWED = 10;
  private static final String GROUP = "group";

  private final Table papers;
  private final TopicGroups groups;

  private Topics(Table papers, TopicGroups groups) {
    this.papers = papers;
    this.groups = groups;
  }

  /**
   * Groups whose number is chosen: of 4 to 16 the one for which different starts agree best (where
   * they agree well for none, the largest of those they do about best), which a note says.
   */
  public static Topics of(Table papers) {
    return new Topics(papers, TopicGroups.of(papers, 0));
  }

  /**
   * So many groups. Example: {@code Topics.of(papers, 8).plot()}
   *
   * @param k at least 2; less groups come out where there are less papers with phrases
   * @throws IllegalArgumentException if k is less than 2, or the table has no title and no abstract
   */
  public static Topics of(Table papers, int k) {
    if (k < 2) {
      throw new IllegalArgumentException(
          "Topics.of(papers, k) needs at least 2 groups, got %d. Topics.of(papers) chooses how many."
              .formatted(k));
    }
    return new Topics(papers, TopicGroups.of(papers, k));
  }

  /** The names of the groups, the largest group first. */
  public List<String> names() {
    return groups.groups().stream().map(Group::name).toList();
  }

  /**
   * The groups, the largest first.
   *
   * <p>Columns: {@code topic} (String, its name: the phrases it says most beyond the others),
   * {@code papers} (Integer), {@code share} (Double, of all papers in groups, 0 to 1), {@code
   * phrases} (String, more phrases joined with "; "), {@code closeness} (Double, 0 to 1, how alike
   * its papers are to its middle), {@code typical} (String, title of the paper nearest to its
   * middle).
   */
  public Table table() {
    return Columns.of(groups.groups())
        .text("topic", Group::name)
        .count("papers", group -> group.rows().size())
        .share("share", group -> (double) group.rows().size() / groups.size())
        .text("phrases", group -> String.join("; ", group.phrases()))
        .number("closeness", "0.00", Group::closeness)
        .text("typical", group -> groups.title(group.rows().get(0)))
        .table("Topics");
  }

  /**
   * The papers of a group as rows of the listing, the most typical first.
   *
   * @param name as in {@link #names}, in any case; a part of it will do if it is in one name only
   * @throws IllegalArgumentException if no group, or more than one, is meant
   */
  public Table papers(String name) {
    String asked = name.strip().toLowerCase(java.util.Locale.ROOT);
    List<Group> meant =
        groups.groups().stream()
            .filter(group -> group.name().toLowerCase(java.util.Locale.ROOT).contains(asked))
            .toList();
    List<Group> exact =
        meant.stream().filter(group -> group.name().equalsIgnoreCase(asked)).toList();
    if (exact.size() == 1 || meant.size() == 1) {
      Group group = exact.size() == 1 ? exact.get(0) : meant.get(0);
      Table rows = papers.rows(group.rows().stream().mapToInt(Integer::intValue).toArray());
      rows.setName("Papers on " + group.name());
      return rows;
    }
    throw new IllegalArgumentException(
        "«%s» is in the names of %s; the topics are: %s."
            .formatted(
                name,
                meant.isEmpty() ? "none of the topics" : meant.size() + " topics",
                String.join(" · ", names())));
  }

  /**
   * The share of the papers in groups that each group has over time, as a {@link Trend}; of at most
   * ten groups, the largest. {@code trend().by(YEAR)}, {@code .weighted("upvotes")} and {@code
   * .each("organization")} ask on.
   *
   * @throws IllegalArgumentException if the table has no day or there are no groups
   */
  public Trend trend() {
    if (groups.groups().isEmpty()) {
      throw new IllegalArgumentException(
          "There are no topics to follow: " + String.join(" ", notes()));
    }
    // A trend counts mentions: here each paper mentions the mark of its group, and nothing else.
    Table rows = papers.rows(groups.rows());
    List.of("title", "abstract", GROUP).stream()
        .filter(rows::containsColumn)
        .forEach(rows::removeColumns);
    int[] group = groups.byRow(papers.rowCount());
    StringColumn marks = StringColumn.create(GROUP);
    for (int row : groups.rows()) {
      marks.append(mark(group[row]));
    }
    rows.addColumns(marks);
    if (!rows.containsColumn("listed") && !rows.containsColumn("published")) {
      rows.addColumns(DateColumn.create("published", rows.rowCount()));
    }
    List<Topic> asked = new ArrayList<>();
    for (Group one : groups.groups().subList(0, Math.min(FOLLOWED, groups.groups().size()))) {
      Term mark = new Term(mark(asked.size()), false);
      asked.add(new Topic(one.name(), List.of(List.of(mark)), List.of()));
    }
    return Trend.of(Clock.systemUTC(), rows, TrendQuestion.ofGroups(asked, GROUP));
  }

  private static String mark(int group) {
    return "group" + group + "x";
  }

  /** A map of the papers: one point each, near the points of its group, with its card on hover. */
  public Chart plot() {
    return TopicMap.of(papers, groups);
  }

  /** What a reader should know: how many groups and why, how stable they are, rows left out. */
  public List<String> notes() {
    return groups.notes();
  }

  @Override
  public Map<String, Object> mimeBundle() {
    return NotedTable.of(table(), notes());
  }

  @Override
  public String toString() {
    return NotedTable.text(table(), notes());
  }
}
