package io.github.broadsheet.magic;

import java.nio.file.Path;

/** A jar that Maven has chosen, on this machine. */
record Resolved(Coordinate coordinate, Path file) {}
