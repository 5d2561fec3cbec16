package io.github.broadsheet.kernel;

import io.github.broadsheet.assist.Assist;
import io.github.broadsheet.assist.Completion;
import io.github.broadsheet.hint.Vocabulary;
import java.util.List;

/** The names that completion knows: without waiting for a running cell. */
final class AssistNames implements Vocabulary {
  private final Assist assist;

  AssistNames(Assist assist) {
    this.assist = assist;
  }

  @Override
  public List<String> after(String code) {
    return assist.complete(code, code.length()).items().stream()
        .map(Completion.Item::text)
        .toList();
  }

  @Override
  public List<String> classes(String simpleName) {
    return assist.classesNamed(simpleName);
  }
}
