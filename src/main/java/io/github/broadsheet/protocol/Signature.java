package io.github.broadsheet.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs and checks messages. For one thread. */
final class Signature {
  private final @Nullable Mac mac;

  /** {@code scheme} as a connection file has it, such as {@code hmac-sha256}. */
  Signature(String scheme, String key) {
    if (key.isEmpty()) {
      mac = null;
      return;
    }
    String algorithm = scheme.toLowerCase(Locale.ROOT).replaceFirst("^hmac-?", "Hmac");
    try {
      mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Signature scheme \"" + scheme + "\" is not known here; Jupyter's is hmac-sha256.", e);
    }
  }

  /** The signature of the frames in hexadecimal, empty if there is no key. */
  byte[] sign(List<byte[]> frames) {
    if (mac == null) {
      return new byte[0];
    }
    frames.forEach(mac::update);
    return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes the same time wherever the first difference is. */
  boolean verify(byte[] signature, List<byte[]> frames) {
    return mac == null || MessageDigest.isEqual(sign(frames), signature);
  }
}
