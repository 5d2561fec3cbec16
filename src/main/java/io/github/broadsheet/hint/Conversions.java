package io.github.broadsheet.hint;

import io.github.broadsheet.Bucket;
import io.github.broadsheet.analysis.Token;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of the wrong type, and how to make them the right one. */
final class Conversions {
  private static final Pattern CONVERSION =
      Pattern.compile("incompatible types: ([\\w.<>\\[\\], ?]+) cannot be converted to ([\\w.]+)");
  private static final Pattern LOSSY =
      Pattern.compile("possible lossy conversion from (\\w+) to (\\w+)");
  private static final Pattern NUMBER = Pattern.compile("\"\\s*-?\\d+(\\.\\d+)?\\s*\"");
  private static final Pattern ASSIGNED = Pattern.compile("\\w+\\s*=[^=].*");
  private static final Pattern DAY = Pattern.compile("\\(\\s*(\\d{4}-\\d\\d-\\d\\d)\\s*[,)]");
  private static final Pattern PRIMITIVE =
      Pattern.compile("int|long|double|float|boolean|char|short|byte|Integer|Long|Double|Boolean");
  private static final Pattern BOUNDS =
      Pattern.compile("equality constraints: ([\\w.<>?, ]+)\\s+lower bounds: ([\\w.<>?, ]+)");
  private static final Pattern GENERIC =
      Pattern.compile("incompatible types: (\\w+)<(.+)> cannot be converted to (\\w+)<(.+)>");
  private static final Pattern BOXED =
      Pattern.compile("found:\\s+(int|long|double|float|boolean|char|short|byte)\\b");

  private Conversions() {}

  static Optional<Hint> of(Spot spot) {
    String text =
        switch (spot.key()) {
          case "prob.found.req" -> mismatch(spot);
          case "int.number.too.large" -> large(spot);
          case "type.found.req" -> boxed(spot);
          case "cant.apply.symbols" -> day(spot);
          case "foreach.not.applicable.to.type" -> counted(spot);
          default -> null;
        };
    return Optional.ofNullable(text).map(Hint::of);
  }

  private static @Nullable String mismatch(Spot spot) {
    String message = spot.problem().message();
    if (message.contains("is not a functional interface") && spot.written().contains("->")) {
      return "a function needs a type: Function<Integer, Integer> f = x -> …;";
    }
    if (message.contains("unexpected return value")) {
      return "a method that returns something begins with its type, in place of void";
    }
    Matcher lossy = LOSSY.matcher(message);
    if (lossy.find()) {
      return "("
          + lossy.group(2)
          + ") in front of it drops what does not fit; or declare a "
          + lossy.group(1);
    }
    Matcher bounds = BOUNDS.matcher(Spot.simple(message));
    if (bounds.find()) {
      return "the values are "
          + bounds.group(2).strip()
          + ", and "
          + bounds.group(1).strip()
          + " is wanted";
    }
    Matcher generic = GENERIC.matcher(Spot.simple(message));
    if (generic.find() && !generic.group(2).equals(generic.group(4))) {
      return String.format(
          "a %1$s<%2$s> is never a %3$s<%4$s>: write %3$s<%2$s>, or %3$s<? extends %4$s> to read from it",
          generic.group(1), generic.group(2), generic.group(3), generic.group(4));
    }
    Matcher types = CONVERSION.matcher(message);
    return types.find()
        ? converted(Spot.simple(types.group(1)), Spot.simple(types.group(2)), spot)
        : null;
  }

  private static @Nullable String converted(String from, String to, Spot spot) {
    String written = spot.written();
    int at = spot.at();
    if (spot.is(at - 1, ":") && spot.is(at - 5, "for") && spot.is(at - 2, Token.Kind.WORD)) {
      return "its elements are "
          + from
          + ": for ("
          + from
          + " "
          + spot.tokens().get(at - 2).text()
          + " : "
          + shortened(written)
          + ")";
    }
    if (to.equals("String")) {
      if (isStr(spot)) {
        return "str(…) names a text column in a query; String.valueOf(…) makes text of a value";
      }
      if (!PRIMITIVE.matcher(from).matches()) {
        return null;
      }
      return written.matches("[\\d.]+|\\d{4}-\\d\\d?(-\\d\\d?)?")
          ? "text stands in quotes: \"" + written + "\""
          : "String.valueOf(" + shortened(written) + ") makes text of it";
    }
    if (to.equals("boolean") && ASSIGNED.matcher(written).matches()) {
      return "== compares, = assigns";
    }
    if (to.equals("boolean")
        && spot.is(at - 1, "(")
        && (spot.is(at - 2, "if") || spot.is(at - 2, "while"))) {
      return from.equals("String")
          ? "a condition is true or false, such as !" + shortened(written) + ".isEmpty()"
          : from.matches("int|long|double")
              ? "a condition is true or false, such as " + shortened(written) + " != 0"
              : null;
    }

    if (!from.equals("String")) {
      return null;
    }
    return switch (to) {
      case "int", "Integer", "long", "Long", "double", "Double" ->
          NUMBER.matcher(written).matches()
              ? "a number stands without quotes: "
                  + written.substring(1, written.length() - 1).strip()
              : written.startsWith("\"")
                  ? null
                  : parser(to) + "(" + shortened(written) + ") reads a number from text";
      case "Bucket" -> bucket(written);
      case "Path" -> "Path.of(" + shortened(written) + ")";
      case "LocalDate" -> "LocalDate.parse(" + shortened(written) + ")";
      case "File" -> "new File(" + shortened(written) + ")";
      case "char" ->
          written.matches("\"[^\"\\\\]\"")
              ? written.replace('"', '\'') + " is one character"
              : null;
      default -> null;
    };
  }

  /** {@code "week"} where WEEK is meant. */
  private static @Nullable String bucket(String written) {
    String name = written.replace("\"", "").toUpperCase(Locale.ROOT);
    return Arrays.stream(Bucket.values()).anyMatch(each -> each.name().equals(name))
        ? "in Java: " + name + ", without quotes"
        : null;
  }

  /** {@code for (int i : 3)}. */
  private static @Nullable String counted(Spot spot) {
    boolean number = spot.problem().message().matches("(?s).*found:\\s+(int|long)\\s*");
    String name = spot.is(spot.at() - 1, ":") ? spot.tokens().get(spot.at() - 2).text() : "";
    return !number || name.isEmpty()
        ? null
        : String.format(
            "for (int %1$s = 0; %1$s < %2$s; %1$s++) { … }", name, shortened(spot.written()));
  }

  private static String parser(String type) {
    return switch (type) {
      case "int", "Integer" -> "Integer.parseInt";
      case "long", "Long" -> "Long.parseLong";
      default -> "Double.parseDouble";
    };
  }

  private static boolean isStr(Spot spot) {
    return spot.is(spot.at() - 1, "(")
        && spot.is(spot.at() - 2, "str")
        && !spot.is(spot.at() - 3, ".");
  }

  private static @Nullable String large(Spot spot) {
    String digits = spot.at() < spot.tokens().size() ? spot.tokens().get(spot.at()).text() : "";
    if (!digits.matches("[\\d_]+")) {
      return null;
    }
    boolean fits = new BigInteger(digits.replace("_", "")).bitLength() < Long.SIZE;
    return fits
        ? "an int goes to 2,147,483,647; with an L it is a long: " + digits + "L"
        : "new BigInteger(\"" + digits.replace("_", "") + "\") holds a number of any size";
  }

  /** {@code Papers.on(2025-10-29)}, which is a subtraction. */
  private static @Nullable String day(Spot spot) {
    Matcher day = DAY.matcher(spot.line());
    return day.find() ? "a day stands in quotes: \"" + day.group(1) + "\"" : null;
  }

  private static @Nullable String boxed(Spot spot) {
    Matcher found = BOXED.matcher(spot.problem().message());
    if (!found.find()) {
      return null;
    }
    String box =
        switch (found.group(1)) {
          case "int" -> "Integer";
          case "char" -> "Character";
          default -> Character.toUpperCase(found.group(1).charAt(0)) + found.group(1).substring(1);
        };
    return "between < > a primitive type is written " + box;
  }

  static String shortened(String written) {
    return written.length() > 40 || written.contains("\n") || written.isBlank() ? "…" : written;
  }
}
