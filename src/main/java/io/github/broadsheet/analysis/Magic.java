package io.github.broadsheet.analysis;

/**
 * A command to the kernel in a cell. Offsets are UTF-16 positions, end exclusive.
 *
 * @param start where its first {@code %} is
 * @param end where it ends: at the end of its line, or of the cell if its body is no Java
 * @param leads whether no Java stands before it in its cell
 * @param afterJava whether the statement before it lacks its semicolon
 * @param name with its {@code %} or {@code %%}, such as {@code %maven}
 * @param arguments the rest of its line, without white space around it
 * @param body the lines below a cell magic whose body is no Java; empty for all others
 */
public record Magic(
    int start,
    int end,
    boolean leads,
    boolean afterJava,
    String name,
    String arguments,
    String body) {}
