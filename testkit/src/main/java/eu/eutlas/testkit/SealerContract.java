package eu.eutlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Sealer;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Sealer} holds to. */
public abstract class SealerContract {
  private static final Secret SECRET = new Secret("s3cr3t-of-32-letters-and-digits.");

  private Sealer sealer;

  /** A sealer with the key of a number: the same number, the same key. */
  protected abstract Sealer sealer(int key);

  @BeforeEach
  void begin() {
    sealer = sealer(1);
  }

  @Test
  void opensWhatItSealed() {
    assertThat(sealer.open(sealed(), "owner", "field")).isEqualTo(SECRET);
  }

  @Test
  void opensWhatAnotherWithItsKeySealed() {
    assertThat(sealer(1).open(sealed(), "owner", "field")).isEqualTo(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", UnusualText.ANY, "line\nline", "\u0000"})
  void keepsAnyText(String text) {
    var sealed = sealer.seal(new Secret(text), UnusualText.ANY, UnusualText.PLAIN);

    assertThat(sealer.open(sealed, UnusualText.ANY, UnusualText.PLAIN)).isEqualTo(new Secret(text));
  }

  @Test
  void keepsALongText() {
    var secret = new Secret("long ".repeat(20_000));

    assertThat(sealer.open(sealer.seal(secret, "o", "f"), "o", "f")).isEqualTo(secret);
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    assertThat(sealed()).isNotEqualTo(sealed());
  }

  @Test
  void hidesTheSecret() {
    assertThat(sealed().text()).doesNotContain(SECRET.reveal());
  }

  @Test
  void opensForItsOwnerAndFieldOnly() {
    refuses(sealer, sealed(), "other", "field");
    refuses(sealer, sealed(), "owner", "other");
    refuses(sealer, sealed(), "field", "owner");
  }

  @Test
  void tellsWhereTheOwnerEndsAndTheFieldBegins() {
    refuses(sealer, sealer.seal(SECRET, "ab", "c"), "a", "bc");
  }

  @Test
  void opensWithItsKeyOnly() {
    refuses(sealer(2), sealed(), "owner", "field");
  }

  @Test
  void refusesWhatWasChangedCutOrLengthened() {
    NearMisses.of(sealed().text()).forEach(this::refuses);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", ".", "...", "v1.", "sealed-password", "\u65e5\u672c"})
  void refusesWhatWasNeverSealed(String text) {
    refuses(text);
  }

  private SealedSecret sealed() {
    return sealer.seal(SECRET, "owner", "field");
  }

  private void refuses(String text) {
    refuses(sealer, new SealedSecret(text), "owner", "field");
  }

  private static void refuses(Sealer sealer, SealedSecret sealed, String owner, String field) {
    assertThatThrownBy(() -> sealer.open(sealed, owner, field))
        .as("opening %s", sealed.text())
        .isInstanceOf(PortFailure.Rejected.class)
        .hasMessageNotContaining(SECRET.reveal());
  }
}
