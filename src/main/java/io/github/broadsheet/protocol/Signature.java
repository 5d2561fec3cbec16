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
  private static final String JUPYTERS = "hmac-sha256";

  /** An authentication code that is the same for the same frames. */
  private interface Code {
    byte[] of(List<byte[]> frames);
  }

  private final @Nullable Code code;

  /** {@code scheme} as a connection file has it, such as {@code hmac-sha256}. */
  Signature(String scheme, String key) {
    byte[] secret = key.getBytes(StandardCharsets.UTF_8);
    if (key.isEmpty()) {
      code = null;
      return;
    }
    try {
      code =
          scheme.equalsIgnoreCase(JUPYTERS)
              ? new HmacSha256(secret)::of
              : javas(scheme.toLowerCase(Locale.ROOT).replaceFirst("^hmac-?", "Hmac"), secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Signature scheme \"" + scheme + "\" is not known here; Jupyter's is hmac-sha256.", e);
    }
  }

  private static Code javas(String algorithm, byte[] secret) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(secret, algorithm));
    return frames -> {
      frames.forEach(mac::update);
      return mac.doFinal();
    };
  }

  /** The signature of the frames in hexadecimal, empty if there is no key. */
  byte[] sign(List<byte[]> frames) {
    return code == null
        ? new byte[0]
        : HexFormat.of().formatHex(code.of(frames)).getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes the same time wherever the first difference is. */
  boolean verify(byte[] signature, List<byte[]> frames) {
    return code == null || MessageDigest.isEqual(sign(frames), signature);
  }
}
