package eu.eutlas.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TinkSealerTest {
  private static final Secret SECRET = new Secret("Grüße, Καλημέρα 👋");

  private final TinkSealer sealer = new TinkSealer(Keys.ring(Keys.ONE));

  @Test
  void namesTheKeyInTheText() {
    assertThat(sealer.seal(SECRET, "owner", "field").text())
        .matches("v1\\.bcab3832\\.[A-Za-z0-9_-]+");
  }

  @Test
  void opensWithEveryKeyAndSealsWithTheFirst() {
    var before = sealer.seal(SECRET, "owner", "field");
    var rotated = new TinkSealer(Keys.ring(Keys.TWO, Keys.ONE));

    var after = rotated.seal(SECRET, "owner", "field");

    assertThat(rotated.open(before, "owner", "field")).isEqualTo(SECRET);
    assertThat(after.text()).startsWith("v1.31274990.");
    refuses(sealer, after, "SEALING_KEY_UNKNOWN");
  }

  @Test
  void tellsOwnerAndFieldApart() {
    var sealed = sealer.seal(SECRET, "ab", "c");

    assertThatExceptionOfType(PortFailure.Rejected.class)
        .isThrownBy(() -> sealer.open(sealed, "a", "bc"))
        .satisfies(e -> assertThat(e.error().code()).isEqualTo("SEALED_SECRET_INVALID"));
  }

  @Property(tries = 500)
  void refusesATextWithAnyCharacterChanged(
      @ForAll int position, @ForAll @AlphaChars @NumericChars @StringLength(1) String other) {
    var text = sealer.seal(SECRET, "owner", "field").text();
    var at = Math.floorMod(position, text.length());
    var changed = text.substring(0, at) + other + text.substring(at + 1);

    if (!changed.equals(text)) {
      refuses(sealer, new SealedSecret(changed));
    }
  }

  /** 31 bytes leave four bits of the last character to spare: they are zero or it is no seal. */
  @Test
  void refusesASecondTextOfTheSameBytes() {
    var text = sealer.seal(new Secret("xyz"), "owner", "field").text();
    var end = text.length() - 1;

    var second = text.substring(0, end) + (char) (text.charAt(end) + 1);

    assertThat(Base64.getUrlDecoder().decode(second.substring(12)))
        .isEqualTo(Base64.getUrlDecoder().decode(text.substring(12)));
    refuses(sealer, new SealedSecret(second), "SEALED_SECRET_INVALID");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "v1.bcab3832.",
        "v1.bcab3832.AAAA",
        "v1.BCAB3832.AAAA",
        "v2.bcab3832.AAAA",
        "v1.bcab3832.AA=",
        "v1.bcab3832.A",
        "v1.bcab3832.AAAA\n"
      })
  void refusesWhatWasNeverSealed(String text) {
    refuses(sealer, new SealedSecret(text), "SEALED_SECRET_INVALID");
  }

  /** The format, made by the JDK alone: what is sealed today opens after every upgrade. */
  @Test
  void opensWhatPlainAesGcmSealed() throws GeneralSecurityException {
    var key =
        HexFormat.of().parseHex("4fc84cc31fd193cf03639ae51d9ce6ebaf653e581ee71e23eb18bcf4b5ca8569");
    var nonce = "twelve bytes".getBytes(UTF_8);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD("\0\0\0\5owner\0\0\0\5field".getBytes(UTF_8));
    var sealed = cipher.doFinal("s3cret".getBytes(UTF_8));

    var hex = HexFormat.of().formatHex(nonce) + HexFormat.of().formatHex(sealed);
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex));

    assertThat(sealer.open(new SealedSecret("v1.bcab3832." + text), "owner", "field"))
        .isEqualTo(new Secret("s3cret"));
  }

  @Test
  void refusesHalfACharacterInsteadOfChangingIt() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> sealer.seal(new Secret("abc\ud800def"), "owner", "field"))
        .withMessageNotContaining("abc");
  }

  @Test
  void knowsItsCheckValue() {
    var check = sealer.checkValue();

    assertThat(sealer.opensCheckValue(check)).isTrue();
    assertThat(new TinkSealer(Keys.ring(Keys.TWO, Keys.ONE)).opensCheckValue(check)).isTrue();
    assertThat(new TinkSealer(Keys.ring(Keys.TWO)).opensCheckValue(check)).isFalse();
    assertThat(sealer.opensCheckValue("")).isFalse();
    assertThat(sealer.opensCheckValue(sealer.seal(SECRET, "owner", "field").text())).isFalse();
  }

  private static void refuses(TinkSealer sealer, SealedSecret sealed) {
    assertThatExceptionOfType(PortFailure.Rejected.class)
        .isThrownBy(() -> sealer.open(sealed, "owner", "field"));
  }

  private static void refuses(TinkSealer sealer, SealedSecret sealed, String code) {
    assertThatExceptionOfType(PortFailure.Rejected.class)
        .isThrownBy(() -> sealer.open(sealed, "owner", "field"))
        .satisfies(e -> assertThat(e.error().code()).isEqualTo(code));
  }
}
