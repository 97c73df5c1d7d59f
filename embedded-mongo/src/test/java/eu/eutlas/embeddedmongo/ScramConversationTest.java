package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ScramConversationTest {

  // RFC 7677, section 3.
  private static final String CLIENT_FIRST = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
  private static final String NONCE = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  private static final String SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
  private static final String PROOF = "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";

  private final ScramSecret pencil =
      ScramSecret.derive("pencil", Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ=="), 4096);

  private ScramConversation conversation() {
    return new ScramConversation(username -> pencil, SERVER_NONCE);
  }

  @Test
  void answersAsInTheStandardsExample() {
    var conversation = conversation();

    assertThat(conversation.first(CLIENT_FIRST))
        .isEqualTo("r=" + NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
    assertThat(conversation.last("c=biws,r=" + NONCE + ",p=" + PROOF))
        .isEqualTo("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    assertThat(conversation.isProved()).isTrue();
    assertThat(conversation.username()).isEqualTo("user");
  }

  @Test
  void refusesAWrongProof() {
    var conversation = conversation();
    conversation.first(CLIENT_FIRST);

    refuses(conversation, "c=biws,r=" + NONCE + ",p=" + PROOF.replace('d', 'e'));
  }

  @Test
  void refusesAnotherNonce() {
    var conversation = conversation();
    conversation.first(CLIENT_FIRST);

    refuses(conversation, "c=biws,r=" + NONCE + "x,p=" + PROOF);
  }

  @Test
  void refusesAProofThatWasNotAskedFor() {
    refuses(conversation(), "c=biws,r=" + NONCE + ",p=" + PROOF);
  }

  @Test
  void refusesWhatIsNoScramAtAll() {
    for (String nonsense : new String[] {"", "n,,", "p=tls,,n=user,r=x", "n,,r=x", "n,,n=user"}) {
      assertThatThrownBy(() -> conversation().first(nonsense))
          .as(nonsense)
          .isInstanceOf(MongoServerError.class);
    }
  }

  private static void refuses(ScramConversation conversation, String clientLast) {
    assertThatThrownBy(() -> conversation.last(clientLast))
        .isInstanceOfSatisfying(
            MongoServerError.class, refused -> assertThat(refused.getCode()).isEqualTo(18));
    assertThat(conversation.isProved()).isFalse();
  }

  @Test
  void unescapesNames() {
    var asked = new StringBuilder();
    var conversation =
        new ScramConversation(username -> {
          asked.append(username);
          return pencil;
        });

    conversation.first("n,,n=a=2Cb=3Dc,r=nonce");

    assertThat(asked).hasToString("a,b=c");
  }

  @Test
  void pretendsTheSameSaltForAnUnknownNameEachTime() {
    byte[] serverSecret = {1, 2, 3};
    var nobody = new UserId("admin", "nobody");
    var somebody = new UserId("admin", "somebody");

    assertThat(ScramSecret.pretended(serverSecret, nobody).salt())
        .isEqualTo(ScramSecret.pretended(serverSecret, nobody).salt())
        .isNotEqualTo(ScramSecret.pretended(serverSecret, somebody).salt())
        .hasSameSizeAs(ScramSecret.ofPassword("secret").salt());
    assertThat(ScramSecret.pretended(serverSecret, nobody).iterations())
        .isEqualTo(ScramSecret.ofPassword("secret").iterations())
        .isGreaterThanOrEqualTo(15_000);
  }

  @Test
  void takesSpellingsOfAPasswordForTheSameWhereTheStandardDoes() {
    assertThat(SaslPrep.prepare("I\u00ADX")).isEqualTo("IX");
    assertThat(SaslPrep.prepare("a\u00A0b")).isEqualTo("a b");
    assertThat(SaslPrep.prepare("\u2168")).isEqualTo("IX");
    assertThat(SaslPrep.prepare("\u00AA")).isEqualTo("a");
    assertThatThrownBy(() -> SaslPrep.prepare("\u0007")).isInstanceOf(MongoServerError.class);
  }
}
