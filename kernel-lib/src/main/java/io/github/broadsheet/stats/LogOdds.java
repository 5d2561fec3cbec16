package io.github.broadsheet.stats;

/**
 * How much more one side uses something than the other: the log-odds-ratio with an informative
 * Dirichlet prior, in standard deviations. The prior draws what is rare, and so uncertain, to no
 * difference. Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16 (2008) 372,
 * equations 16, 20 and 22.
 */
public final class LogOdds {
  private LogOdds() {}

  /**
   * The z-score; above 0 if the first side uses it more, about 2 where that is worth a look.
   *
   * @param first how often the first side uses it
   * @param firstAll how often the first side uses anything
   * @param second how often the second side uses it
   * @param secondAll how often the second side uses anything
   * @param prior how often it was used in what one knew before, above 0
   * @param priorAll how often anything was, above {@code prior}
   */
  public static double z(
      double first,
      double firstAll,
      double second,
      double secondAll,
      double prior,
      double priorAll) {
    double here = Math.log((first + prior) / (firstAll + priorAll - first - prior));
    double there = Math.log((second + prior) / (secondAll + priorAll - second - prior));
    return (here - there) / Math.sqrt(1 / (first + prior) + 1 / (second + prior));
  }
}
