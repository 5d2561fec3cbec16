package io.github.broadsheet.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * HMAC-SHA256 as RFC 2104 puts it together from a digest. Java's own starts all of its cryptography
 * first, which asks every jar of the class path for protocols of URLs: a tenth of the kernel's
 * start.
 */
final class HmacSha256 {
  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final MessageDigest digest;
  private final byte[] inner;
  private final byte[] outer;

  HmacSha256(byte[] key) throws NoSuchAlgorithmException {
    digest = MessageDigest.getInstance("SHA-256");
    byte[] block = Arrays.copyOf(key.length > BLOCK ? digest.digest(key) : key, BLOCK);
    inner = mixed(block, INNER);
    outer = mixed(block, OUTER);
  }

  private static byte[] mixed(byte[] block, byte pad) {
    byte[] mixed = block.clone();
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] ^= pad;
    }
    return mixed;
  }

  /** The code of the frames, one after the other. */
  byte[] of(List<byte[]> frames) {
    digest.update(inner);
    frames.forEach(digest::update);
    byte[] first = digest.digest();
    digest.update(outer);
    return digest.digest(first);
  }
}
