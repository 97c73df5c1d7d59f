package eu.eutlas.testkit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.application.mail.Mailer;
import eu.eutlas.application.mail.Mailer.Letter;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.identity.Users;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link Mailer} holds to. */
public abstract class MailerContract {
  private static final int SENDERS = 8;
  private static final String LINK = "https://eutlas.example.org/verify?token=aB3-_9&x=1";

  private Post post;

  /** A mailer, and somebody who opens the letter boxes; none has a letter yet. */
  protected abstract Post post();

  /** A mailer that hands over to nobody, because nobody is there. */
  protected abstract Mailer mailerWithNobodyThere();

  @BeforeEach
  void begin() {
    post = post();
  }

  @ParameterizedTest
  @EnumSource
  void deliversEachTemplateWithAllThatItSays(MailTemplate template) {
    var letter = letter(1, template);

    post.mailer().send(letter);

    var arrived = post.arrivedAt(letter.to());
    assertThat(arrived).hasSize(1);
    letter
        .variables()
        .forEach((name, value) ->
            assertThat(arrived.getFirst().text()).as(name).contains(value.reveal()));
  }

  @Test
  void deliversToTheRecipientOnly() {
    post.mailer().send(letter(1, MailTemplate.VERIFY_EMAIL));

    assertThat(post.arrivedAt(Users.email(2))).isEmpty();
  }

  @Test
  void makesTheSameMessageOfTheSameMail() {
    post.mailer().send(letter(1, MailTemplate.VERIFY_EMAIL));
    post.mailer().send(letter(1, MailTemplate.VERIFY_EMAIL));

    assertThat(messageIds(Users.email(1))).hasSize(1);
  }

  @Test
  void makesDifferentMessagesOfDifferentMails() {
    var to = Users.email(1);
    post.mailer().send(new Letter(Mails.id(1), MailTemplate.VERIFY_EMAIL, to, variables()));
    post.mailer().send(new Letter(Mails.id(2), MailTemplate.VERIFY_EMAIL, to, variables()));

    assertThat(messageIds(to)).hasSize(2);
  }

  @Test
  void deliversForManySendersAtOnce() {
    Race.run(
        SENDERS,
        sender -> {
          post.mailer().send(letter(sender, MailTemplate.VERIFY_EMAIL));
          return sender;
        });

    for (var sender = 0; sender < SENDERS; sender++) {
      assertThat(post.arrivedAt(Users.email(sender))).hasSize(1);
    }
  }

  @Test
  void tellsThatAMailWasNotTaken() {
    assertThatThrownBy(() -> mailerWithNobodyThere().send(letter(1, MailTemplate.VERIFY_EMAIL)))
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessageNotContaining(LINK);
  }

  private List<String> messageIds(Email to) {
    return post.arrivedAt(to).stream().map(Arrived::messageId).distinct().toList();
  }

  private static Letter letter(int number, MailTemplate template) {
    var needed = variables();
    var variables =
        template.variables().stream()
            .collect(
                Collectors.toMap(
                    name -> name, name -> needed.getOrDefault(name, new Secret("the " + name))));
    return new Letter(Mails.id(number), template, Users.email(number), variables);
  }

  private static Map<String, Secret> variables() {
    return Map.of(
        "name", new Secret(UnusualText.PLAIN),
        "link", new Secret(LINK),
        "hours", new Secret("24"));
  }

  /** A mailer and the letter boxes that it serves. */
  public interface Post {
    Mailer mailer();

    /** What lies in a letter box now. */
    List<Arrived> arrivedAt(Email address);
  }

  /**
   * A mail that arrived.
   *
   * @param messageId by which mail programs know the same message again
   * @param text as a person reads it
   */
  public record Arrived(String messageId, String text) {}
}
