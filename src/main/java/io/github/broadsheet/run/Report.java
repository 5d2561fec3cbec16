package io.github.broadsheet.run;

import java.util.List;

/**
 * What a check of a notebook has found.
 *
 * @param findings in the order of the cells
 * @param notes what could not be checked, and why
 */
public record Report(List<Finding> findings, List<String> notes) {
  public Report {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
