package io.github.broadsheet.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignatureTest {
  @Test
  void agreesWithTheTestCaseOfRfc4231() {
    Signature signature = new Signature("hmac-sha256", "Jefe");
    assertThat(signature.sign(List.of(bytes("what do ya want "), bytes("for nothing?"))))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void signsAsJavasOwnCryptographyDoes() throws GeneralSecurityException {
    Random random = new Random(7);
    for (String algorithm : List.of("HmacSHA256", "HmacSHA512", "HmacMD5")) {
      for (int length = 1; length < 200; length += 9) {
        String key = "k".repeat(length);
        byte[] first = new byte[random.nextInt(300)];
        byte[] second = new byte[random.nextInt(3)];
        random.nextBytes(first);
        random.nextBytes(second);
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(bytes(key), algorithm));
        mac.update(first);
        String scheme = algorithm.replace("Hmac", "hmac-").toLowerCase(Locale.ROOT);
        Signature signature = new Signature(scheme, key);
        byte[] expected = bytes(HexFormat.of().formatHex(mac.doFinal(second)));
        assertThat(signature.sign(List.of(first, second))).isEqualTo(expected);
        assertThat(signature.sign(List.of(first, second))).as("again").isEqualTo(expected);
      }
    }
  }

  @Test
  void refusesAnotherSignature() {
    Signature signature = new Signature("hmac-sha256", "key");
    assertThat(signature.verify(signature.sign(List.of(bytes("a"))), List.of(bytes("a")))).isTrue();
    assertThat(signature.verify(signature.sign(List.of(bytes("a"))), List.of(bytes("b"))))
        .isFalse();
    assertThat(signature.verify(new byte[0], List.of(bytes("a")))).isFalse();
  }

  @Test
  void takesAnythingWithoutAKey() {
    Signature signature = new Signature("hmac-sha256", "");
    assertThat(signature.sign(List.of(bytes("a")))).isEmpty();
    assertThat(signature.verify(bytes("whatever"), List.of(bytes("a")))).isTrue();
  }

  @Test
  void saysThatASchemeIsNotKnown() {
    assertThatThrownBy(() -> new Signature("rot13", "key"))
        .hasMessageContaining("\"rot13\"")
        .hasMessageContaining("hmac-sha256");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
