package io.github.broadsheet.analysis;

/**
 * What javac finds wrong in a cell. Offsets are UTF-16 positions in the cell as typed, end
 * exclusive.
 *
 * @param code javac's key, such as {@code compiler.err.cant.resolve.location}
 * @param definite whether running the cell is bound to fail
 */
public record Problem(int start, int end, String code, String message, boolean definite) {}
