package io.github.broadsheet.extension;

import java.util.List;

/**
 * A string that is being typed as an argument.
 *
 * @param type qualified name of the class whose method is called, or of the class that is made
 * @param method that is called; {@code <init>} for a constructor
 * @param parameter name of the parameter, as far as it is known
 * @param typed what stands before the cursor
 * @param values what the call may be about: first the live value that the method is called on, then
 *     those of the session's variables, newest first
 */
public record Literal(String type, String method, String parameter, String typed, List<?> values) {}
