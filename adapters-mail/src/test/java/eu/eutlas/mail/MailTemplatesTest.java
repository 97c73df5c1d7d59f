package eu.eutlas.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.identity.Email;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailTemplatesTest {

  /** What a mail looks like: a change here is a change that people see. */
  @ParameterizedTest
  @EnumSource(MailTemplate.class)
  void rendersEachMailAsInItsGoldenFiles(MailTemplate template) throws IOException {
    var mail =
        Letters.TEMPLATES.render(
            Letters.letter(Letters.ID, "ada@example.org", template, "Ada Lovelace"));

    var name = template.name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertThat("Subject: " + mail.subject() + "\n\n" + mail.text())
        .isEqualTo(golden(name + ".golden.txt"));
    assertThat(mail.html() + "\n").isEqualTo(golden(name + ".golden.html"));
  }

  @Test
  void escapesWordsInHtmlAndOnlyThere() {
    var mail = Letters.TEMPLATES.render(Letters.with("name", "<b>\"Tom\" & 'Jerry'"));

    assertThat(mail.html())
        .contains("Hello &lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;,")
        .contains("token=AbC-1_2&amp;lang=en\"");
    assertThat(mail.text())
        .contains("Hello <b>\"Tom\" & 'Jerry',")
        .contains("token=AbC-1_2&lang=en\n");
  }

  @Property(tries = 300)
  void letsNoNameBecomeMarkup(@ForAll String name) {
    try {
      var html = Letters.TEMPLATES.render(Letters.with("name", "x" + name)).html();

      assertThat(html.chars().filter(c -> c == '<').count()).isEqualTo(tagsOfAnyMail());
    } catch (PortFailure.Rejected e) {
      assertThat(e.error().code()).isEqualTo("MAIL_NOT_WRITTEN");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{link}}", "{{missing}}", "$1 \\ ${name}", "[Win]({{link}})"})
  void takesWordsAsTheyAre(String name) {
    var mail = Letters.TEMPLATES.render(Letters.with("name", name));

    assertThat(mail.text()).contains("Hello " + name + ",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "link", "hours"})
  void refusesALetterThatLacksAWord(String variable) {
    assertThatExceptionOfType(PortFailure.Rejected.class)
        .isThrownBy(() -> Letters.TEMPLATES.render(Letters.without(variable)))
        .withMessageContaining(variable)
        .satisfies(e -> assertThat(e.error().code()).isEqualTo("MAIL_NOT_WRITTEN"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb", "a\r\nBcc: all@example.org", "a\u2028b", "a\u0000", "\u202eevil", " "})
  void refusesWordsThatAreNotPlain(String name) {
    assertThatExceptionOfType(PortFailure.Rejected.class)
        .isThrownBy(() -> Letters.TEMPLATES.render(Letters.with("name", name)))
        .satisfies(e -> assertThat(e.error().code()).isEqualTo("MAIL_NOT_WRITTEN"))
        .withMessageNotContainingAny("Bcc", "evil", "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "eutlas.example/verify",
        "https://",
        "https://eutlas.example/a b",
        "https://eutlas.example/\"onclick=x",
        "ftp://eutlas.example"
      })
  void refusesALinkThatIsNone(String link) {
    assertThatExceptionOfType(PortFailure.Rejected.class)
        .isThrownBy(() -> Letters.TEMPLATES.render(Letters.with("link", link)))
        .satisfies(e -> assertThat(e.error().code()).isEqualTo("MAIL_NOT_WRITTEN"))
        .withMessageNotContainingAny("eutlas.example", "javascript");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Win at https://evil.example",
        "evil.example",
        "Call me@evil.example",
        "www.evil.example/x"
      })
  void greetsNobodyByAnAdvertisement(String name) {
    var mail = Letters.TEMPLATES.render(Letters.with("name", name));

    assertThat(mail.text()).startsWith("Hello there,").doesNotContain("evil");
    assertThat(mail.html()).contains("Hello there,").doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(strings = {"J.R.R. Tolkien", "Dr. Ada O'Neill-Søndergård", "李小龍", "X Æ A-12"})
  void greetsPeopleByTheirNames(String name) {
    assertThat(Letters.TEMPLATES.render(Letters.with("name", name)).text())
        .startsWith("Hello " + name + ",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nSubject: b", "a\u0000b"})
  void refusesAProductNameThatIsNone(String product) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new MailTemplates(new Email("a@b.example"), product));
  }

  @Test
  void showsNothingOfAMail() {
    assertThat(Letters.TEMPLATES.render(Letters.verification())).hasToString("[mail]");
  }

  private static long tagsOfAnyMail() {
    return Letters.TEMPLATES
        .render(Letters.verification())
        .html()
        .chars()
        .filter(c -> c == '<')
        .count();
  }

  private static String golden(String name) throws IOException {
    try (var in = MailTemplatesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
