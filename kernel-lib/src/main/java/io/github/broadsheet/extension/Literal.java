package io.github.broadsheet.extension;

import java.util.List;

/**
 * A string that is being typed as an argument.
 *
 * @param type qualified name of the class whose method is called, or of the class that is made
 * @param method that is called; {@code <init>} for a constructor
 * @param parameter name of the parameter, as far as it is known
 * @param typed what stands before the cursor
 * @param values what the call may be about: the live value that it is made on, or that is passed to
 *     it or around it; where none of these is known, those of the session's variables, newest
 *     first. A table whose rows are not there yet is empty, with its columns
 */
public record Literal(String type, String method, String parameter, String typed, List<?> values) {}
