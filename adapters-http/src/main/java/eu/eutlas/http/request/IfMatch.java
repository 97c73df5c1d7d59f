package eu.eutlas.http.request;

import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.Revision;
import eu.eutlas.http.problem.RefusedException;
import jakarta.ws.rs.HeaderParam;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revision that a change is meant for (RFC 9110, 13.1.1). */
public final class IfMatch {
  private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  /** A revision that nothing ever has, for tags that match nothing. */
  private static final Revision NEVER = new Revision(Long.MAX_VALUE);

  private final Optional<String> given;

  public IfMatch(@HeaderParam("If-Match") @Nullable String given) {
    this.given = Optional.ofNullable(given).map(String::strip);
  }

  /** The revision that is asked for; absent when any will do. */
  public Optional<Revision> revision() {
    return given.filter(tag -> !tag.equals("*")).map(IfMatch::parse);
  }

  /** A weak tag is never the same as any other here (RFC 9110, 8.8.3.2). */
  private static Revision parse(String text) {
    var tag = TAG.matcher(text);
    if (!tag.matches()) {
      throw new RefusedException(
          Refusal.invalid("If-Match", "Give one revision in quotes, as in ETag, or *."));
    }
    var strong = tag.group(1) == null && NUMBER.matcher(tag.group(2)).matches();
    return strong ? new Revision(Long.parseLong(tag.group(2))) : NEVER;
  }
}
