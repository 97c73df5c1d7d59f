package eu.eutlas.mail;

import static java.util.Objects.requireNonNull;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.application.mail.Mailer.Letter;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.Text;
import eu.eutlas.domain.identity.Email;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What our mails say and who they are from. A mail is written once, as a text with one button; its
 * HTML part and its text part are both made of that, and so say the same. Immutable.
 */
public final class MailTemplates {
  private static final int MAX_PRODUCT_LENGTH = 60;

  /** A web address, a mail address, a path: nothing that a person is called by. */
  private static final Pattern ADVERTISEMENT = Pattern.compile("[@/]|\\.\\p{L}{2,}");

  private final Email from;
  private final String product;
  private final Map<MailTemplate, Template> templates = new EnumMap<>(MailTemplate.class);

  /**
   * Reads the templates.
   *
   * @param from the address that mails come from; its domain also stands in their ids
   * @param product what the installation calls itself, 1 to 60 characters: the sender's name
   */
  public MailTemplates(Email from, String product) {
    this.from = from;
    this.product = Text.require(product, 1, MAX_PRODUCT_LENGTH, "The product's name");
    Arrays.stream(MailTemplate.values()).forEach(t -> templates.put(t, Template.load(t)));
  }

  Email from() {
    return from;
  }

  String product() {
    return product;
  }

  /**
   * Fills in the words.
   *
   * @throws PortFailure.Rejected when a variable is missing, has a line break or another character
   *     that hides something, or a link that is none
   */
  RenderedMail render(Letter letter) {
    var words = new HashMap<String, String>();
    for (var name : letter.template().variables()) {
      words.put(name, word(letter, name));
    }
    words.put("product", product);
    words.computeIfPresent("name", (name, value) -> unlessAdvertisement(value));
    try {
      return requireNonNull(templates.get(letter.template())).fill(words);
    } catch (InvalidValue e) {
      throw rejected(letter, String.valueOf(e.getMessage()));
    }
  }

  private static String word(Letter letter, String name) {
    var value = letter.variables().get(name);
    if (value == null) {
      throw rejected(letter, "There is no value for " + name + ".");
    }
    if (!isWord(value)) {
      throw rejected(letter, "The value for " + name + " is empty or not plain text.");
    }
    return value.reveal();
  }

  private static boolean isWord(Secret value) {
    return !value.reveal().isBlank() && Text.isPlain(value.reveal());
  }

  /**
   * Anybody may sign up with anybody's address and any name. A name that is a link would make our
   * mail carry theirs, so such a person stays nameless.
   */
  private static String unlessAdvertisement(String name) {
    return ADVERTISEMENT.matcher(name).find() ? "there" : name;
  }

  private static PortFailure.Rejected rejected(Letter letter, String why) {
    return new PortFailure.Rejected(
        "MAIL_NOT_WRITTEN", "The mail " + letter.template() + " cannot be written. " + why, null);
  }
}
