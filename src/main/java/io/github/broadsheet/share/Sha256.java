package io.github.broadsheet.share;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The sum by which a file, or a script, is known. */
final class Sha256 {
  private Sha256() {}

  static byte[] of(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
