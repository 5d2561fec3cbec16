package io.github.broadsheet.protocol;

import java.util.Locale;

/** The sockets on which messages travel. */
public enum Channel {
  CONTROL,
  SHELL,
  STDIN,
  IOPUB;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
