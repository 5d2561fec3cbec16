package io.github.broadsheet.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The cells of a day, as a reader with many habits writes them, and what each must give. */
final class DayCells {
  private static final List<String> ENDLESS =
      List.of(
          "while (true) { spins++; }",
          "Thread.sleep(100_000);",
          "while (true) { try { while (true) spins++; } catch (Throwable t) { } }",
          "Stream.iterate(1, i -> i + 1).forEach(i -> { spins++; });",
          "new java.util.concurrent.CountDownLatch(1).await();",
          "var t = new Thread(() -> { while (true) spins++; }); t.start(); t.join();");

  private final Random random;
  private final List<Supplier<DayCell>> kinds =
      List.of(
          this::number,
          this::sum,
          this::dependent,
          this::text,
          this::method,
          this::call,
          this::lines,
          this::table,
          this::compileError,
          this::runtimeError,
          this::display,
          this::thread,
          this::silent,
          this::uncounted,
          this::expressions,
          this::type,
          this::magic,
          this::papers);

  // What the session must hold.
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> methods = new HashMap<>();
  private int serial;

  DayCells(Random random) {
    this.random = random;
  }

  /** What a new session needs before {@link #next}. */
  DayCell first() {
    numbers.clear();
    methods.clear();
    numbers.put("v0", 1);
    methods.put("f0", 1);
    return DayCell.of("int v0 = 1; long spins = 0; int f0(int x) { return x + 1; }");
  }

  /** One of any kind. */
  DayCell next() {
    serial++;
    return kinds.get(random.nextInt(kinds.size())).get();
  }

  /** One that runs until it is interrupted. */
  DayCell endless() {
    String code = ENDLESS.get(random.nextInt(ENDLESS.size()));
    return DayCell.of("System.out.print(\"on\");\n" + code).untilInterrupted();
  }

  /** One that shows that nothing was lost. */
  DayCell everything() {
    List<String> names = numbers.keySet().stream().sorted().toList();
    return DayCell.of(String.join(" + \" \" + ", names) + " + \"\"")
        .gives(names.stream().map(n -> "" + numbers.get(n)).collect(Collectors.joining(" ")));
  }

  private String any(Map<String, Integer> of) {
    List<String> names = of.keySet().stream().sorted().toList();
    return names.get(random.nextInt(names.size()));
  }

  private int number(String name) {
    return numbers.getOrDefault(name, 0);
  }

  private DayCell number() {
    String name = "v" + random.nextInt(20);
    numbers.put(name, serial);
    return DayCell.of("int " + name + " = " + serial + ";");
  }

  private DayCell sum() {
    String a = any(numbers);
    String b = any(numbers);
    return DayCell.of(a + " + 3 * " + b).gives(number(a) + 3 * number(b));
  }

  private DayCell dependent() {
    String name = "d" + random.nextInt(10);
    String of = any(numbers);
    if (of.equals(name)) {
      return sum(); // Java knows no variable that is made of itself.
    }
    numbers.put(name, number(of) + 1);
    return DayCell.of("var " + name + " = " + of + " + 1;");
  }

  private DayCell text() {
    String name = "w" + random.nextInt(5);
    return random.nextBoolean()
        ? DayCell.of("var " + name + " = List.of(" + serial + "); " + name)
            .gives("[" + serial + "]")
        : DayCell.of("String " + name + " = \"grün 🙂 " + serial + "\"; " + name)
            .gives("grün 🙂 " + serial);
  }

  private DayCell method() {
    String name = "f" + random.nextInt(5);
    methods.put(name, serial);
    return DayCell.of("int " + name + "(int x) {\n  return x + " + serial + ";\n}");
  }

  private DayCell call() {
    String method = any(methods);
    String of = any(numbers);
    return DayCell.of(method + "(" + of + ")").gives(methods.getOrDefault(method, 0) + number(of));
  }

  private DayCell lines() {
    int n = 1 + random.nextInt(500);
    String all = IntStream.range(0, n).mapToObj(i -> "o" + i + "\n").collect(Collectors.joining());
    return DayCell.of(
            "for (int i = 0; i < "
                + n
                + "; i++) System.out.println(\"o\" + i);"
                + " System.err.print(\"e"
                + serial
                + "\");")
        .prints(all, "e" + serial);
  }

  private DayCell table() {
    return DayCell.of("Table.create(\"t\", IntColumn.create(\"n\", 1, " + serial + ")).print()")
        .gives(Table.create("t", IntColumn.create("n", 1, serial)).print());
  }

  private DayCell compileError() {
    return DayCell.of("System.out.print(1);\nint v0 = \"s" + serial + "\";")
        .fails("CompilationError");
  }

  private DayCell runtimeError() {
    return DayCell.of(
            "System.out.print(\"before\"); int v0 = Integer.parseInt(\"q" + serial + "\");")
        .prints("before", "")
        .fails("java.lang.NumberFormatException");
  }

  private DayCell display() {
    String id = "id" + serial;
    return DayCell.of(
            "String "
                + id
                + " = display(\"first "
                + serial
                + "\");\nupdateDisplay("
                + id
                + ", \"second "
                + serial
                + "\");")
        .shows("first " + serial, "second " + serial);
  }

  private DayCell thread() {
    int ms = random.nextInt(40);
    return DayCell.of(
            "new Thread(() -> { try { Thread.sleep("
                + ms
                + "); } catch (InterruptedException e) { }"
                + " System.out.print(\"late "
                + serial
                + "\"); }).start();")
        .printsLate("late " + serial);
  }

  private DayCell silent() {
    numbers.put("v1", serial);
    return DayCell.of("System.out.println(\"unheard\"); int v1 = " + serial + ";")
        .fields(Map.of("silent", true));
  }

  private DayCell uncounted() {
    return DayCell.of("v0 * 2").fields(Map.of("store_history", false)).gives(number("v0") * 2);
  }

  private DayCell expressions() {
    return DayCell.of("").fields(Map.of("user_expressions", Map.of("a", any(numbers) + " + 1")));
  }

  private DayCell type() {
    return DayCell.of(
            "record R"
                + serial
                + "(int a) {}\nvar r"
                + serial
                + " = new R"
                + serial
                + "("
                + serial
                + ");\nr"
                + serial)
        .gives("R" + serial + "[a=" + serial + "]");
  }

  private DayCell magic() {
    return DayCell.of("%%bash\necho shell " + serial).prints("shell " + serial + "\n", "");
  }

  private DayCell papers() {
    int n = 1 + random.nextInt(40);
    return DayCell.of("Papers.sample().first(" + n + ").rowCount()").gives(n);
  }
}
