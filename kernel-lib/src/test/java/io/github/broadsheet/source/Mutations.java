package io.github.broadsheet.source;

import java.util.Random;

/** Damage to a text, the same for the same seed. */
final class Mutations {
  private static final String[] STRANGE = {
    "null",
    "-1",
    "1e999",
    "99999999999999999999",
    "true",
    "\"",
    "\\",
    "\\u",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "<",
    ">",
    "</",
    "<!--",
    "<![CDATA[",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    "&a;",
    "&#0;",
    "&quot;",
    "\u0000",
    "\uD83D",
    "\uFEFF",
    "\u202E",
    "\r",
    "\t",
    "2025-13-45",
    "T",
    "•",
    "·",
    "9999999 authors",
    "Feb 31",
    "${x}",
    "$",
    "'",
    "%",
    "[".repeat(3_000),
    "<a>".repeat(3_000),
    "{\"a\":".repeat(1_500),
    "x".repeat(20_000)
  };

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  /** Damage of any kind: what breaks off, comes twice, is torn out or full of strange signs. */
  String wild(String text) {
    String damaged = text;
    for (int times = 1 + random.nextInt(4); times > 0 && !damaged.isEmpty(); times--) {
      int at = random.nextInt(damaged.length());
      int end =
          Math.min(damaged.length(), at + 1 + random.nextInt(random.nextBoolean() ? 8 : 2_000));
      String before = damaged.substring(0, at);
      damaged =
          switch (random.nextInt(7)) {
            case 0 -> before;
            case 1 -> damaged.substring(at);
            case 2 -> before + damaged.substring(end);
            case 3 -> before + damaged.substring(at, end) + damaged.substring(at);
            case 4 -> before + STRANGE[random.nextInt(STRANGE.length)] + damaged.substring(at);
            case 5 -> before + STRANGE[random.nextInt(STRANGE.length)] + damaged.substring(end);
            default -> sign(damaged);
          };
    }
    return damaged;
  }

  /** One sign is lost, changed or too many, up to three times. */
  String slight(String text) {
    String damaged = text;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      damaged = sign(damaged);
    }
    return damaged;
  }

  private String sign(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    char sign =
        (char) (random.nextInt(10) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + sign + text.substring(at);
      default -> text.substring(0, at) + sign + text.substring(at + 1);
    };
  }
}
