package io.github.broadsheet.engine;

import java.io.IOException;
import java.util.Map;

/** For cells whose output nobody looks at and whose questions nobody answers. */
public class SilentIo implements CellIo {
  @Override
  public void print(Channel channel, String text) {}

  @Override
  public void display(String id, Map<String, Object> bundle) {}

  @Override
  public void update(String id, Map<String, Object> bundle) {}

  @Override
  public void clear(boolean wait) {}

  @Override
  public String ask(String prompt, boolean password) throws IOException {
    throw new IOException("Nobody is there to answer.");
  }
}
