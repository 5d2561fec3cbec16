package io.github.broadsheet.protocol;

/** Positions: the protocol counts code points, Java counts UTF-16. Outside the text is its end. */
final class CodePoints {
  private CodePoints() {}

  static int toUtf16(String code, int codePoints) {
    int inside = Math.max(0, Math.min(codePoints, code.codePointCount(0, code.length())));
    return code.offsetByCodePoints(0, inside);
  }

  static int fromUtf16(String code, int utf16) {
    return code.codePointCount(0, Math.max(0, Math.min(utf16, code.length())));
  }
}
