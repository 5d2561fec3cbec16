package io.github.broadsheet.engine;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a cell printed and showed, in order. */
public final class Transcript implements CellIo {
  public final List<String> shown = new CopyOnWriteArrayList<>();
  final Deque<String> answers = new ArrayDeque<>();
  private final StringBuffer out = new StringBuffer();
  private final StringBuffer err = new StringBuffer();
  private final StringBuffer both = new StringBuffer();
  private int prints;

  @Override
  public synchronized void print(Channel channel, String text) {
    prints++;
    (channel == Channel.OUT ? out : err).append(text);
    both.append(text);
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  public String both() {
    return both.toString();
  }

  synchronized int prints() {
    return prints;
  }

  @Override
  public void display(String id, Map<String, Object> bundle) {
    shown.add("display " + bundle.get("text/plain"));
  }

  @Override
  public void update(String id, Map<String, Object> bundle) {
    shown.add("update " + bundle.get("text/plain"));
  }

  @Override
  public void clear(boolean wait) {
    shown.add("clear " + wait);
  }

  @Override
  public String ask(String prompt, boolean password) throws IOException {
    String answer = answers.poll();
    if (answer == null) {
      throw new IOException("nobody is there to answer");
    }
    return answer;
  }
}
