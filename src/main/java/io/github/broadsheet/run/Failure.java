package io.github.broadsheet.run;

import io.github.broadsheet.notebook.Output;

/**
 * A cell that failed.
 *
 * @param cell its place among all cells of the notebook, from 1
 * @param number its execution number, as in {@code In[3]}
 * @param error what the notebook shows for it
 * @param expected tagged {@code raises-exception}: meant to fail
 */
public record Failure(int cell, int number, Output.Error error, boolean expected) {}
