package eu.eutlas.mail;

import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.domain.InvalidValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mail as it is written: the subject, then paragraphs with empty lines between. A paragraph like
 * <code>[Label]({{link}})</code> is a button. Words are filled in after the paragraphs were told
 * apart, so none can become a button or a paragraph of its own.
 */
final class Template {
  private static final Pattern WORD = Pattern.compile("\\{\\{(?<name>[a-z]+)}}");
  private static final Pattern BUTTON =
      Pattern.compile("\\[(?<label>[^\\]]+)]\\((?<link>\\{\\{[a-z]+}})\\)");
  private static final Pattern LINK = Pattern.compile("https?://[\\x21-\\x7e&&[^\"'<>\\\\]]+");
  private static final String LAYOUT = resource("layout.html");
  private static final String PARAGRAPH = resource("paragraph.html");
  private static final String BUTTON_HTML = resource("button.html");

  private final String subject;
  private final List<String> paragraphs;

  private Template(String subject, List<String> paragraphs) {
    this.subject = subject;
    this.paragraphs = paragraphs;
  }

  static Template load(MailTemplate template) {
    var name = template.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    var parts = Arrays.stream(resource(name).split("\n{2,}", -1)).map(String::strip).toList();
    return new Template(parts.getFirst(), parts.subList(1, parts.size()));
  }

  /**
   * Fills in the words.
   *
   * @throws InvalidValue when one is missing, or a button's link is none
   */
  RenderedMail fill(Map<String, String> words) {
    var filledSubject = fill(subject, words);
    var body = paragraphs.stream().map(p -> html(p, words)).collect(Collectors.joining("\n"));
    var html =
        fill(
            LAYOUT,
            Map.of(
                "subject", escape(filledSubject),
                "body", body,
                "product", escape(word(words, "product"))));
    var text =
        paragraphs.stream()
            .map(p -> text(p, words))
            .collect(Collectors.joining("\n\n", "", "\n\n-- \n" + word(words, "product") + "\n"));
    return new RenderedMail(filledSubject, html, text);
  }

  private static String html(String paragraph, Map<String, String> words) {
    var button = BUTTON.matcher(paragraph);
    if (!button.matches()) {
      return fill(PARAGRAPH, Map.of("text", fill(escape(paragraph), words, Template::escape)));
    }
    return fill(
        BUTTON_HTML,
        Map.of(
            "label", escape(fill(button.group("label"), words)),
            "link", escape(link(button.group("link"), words))));
  }

  private static String text(String paragraph, Map<String, String> words) {
    var button = BUTTON.matcher(paragraph);
    return button.matches()
        ? fill(button.group("label"), words) + ":\n" + link(button.group("link"), words)
        : fill(paragraph, words);
  }

  private static String link(String placeholder, Map<String, String> words) {
    var link = fill(placeholder, words);
    InvalidValue.unless(LINK.matcher(link).matches(), "A link begins with http:// or https://.");
    return link;
  }

  private static String fill(String text, Map<String, String> words) {
    return fill(text, words, UnaryOperator.identity());
  }

  private static String fill(
      String text, Map<String, String> words, UnaryOperator<String> escaping) {
    return WORD.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(escaping.apply(word(words, found.group("name")))));
  }

  private static String word(Map<String, String> words, String name) {
    var word = words.get(name);
    if (word == null) {
      throw new InvalidValue("There is no value for " + name + ".");
    }
    return word;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (var in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
