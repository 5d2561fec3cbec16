package io.github.broadsheet.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A notebook that remembers what it was asked to show. */
public final class RecordingHost implements Display.Host {
  public final List<String> events = new ArrayList<>();
  public final List<Map<String, Object>> bundles = new ArrayList<>();

  @Override
  public void display(String id, Map<String, Object> bundle) {
    events.add("display " + id);
    bundles.add(bundle);
  }

  @Override
  public void update(String id, Map<String, Object> bundle) {
    events.add("update " + id);
    bundles.add(bundle);
  }

  @Override
  public void clear(boolean wait) {
    events.add("clear " + wait);
  }
}
