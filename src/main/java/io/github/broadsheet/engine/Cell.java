package io.github.broadsheet.engine;

/** Code to run at once; the number is how errors name it, {@code Cell In[3]}. */
public record Cell(int number, String code) {}
