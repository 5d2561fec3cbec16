package io.github.broadsheet.stats;

/** From low to high, both included. */
public record Interval(double low, double high) {}
