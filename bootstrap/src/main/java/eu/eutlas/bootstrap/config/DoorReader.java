package eu.eutlas.bootstrap.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads where the doors for those who run the installation are. Locally they are on 127.0.0.1; a
 * door that others can reach wants credentials.
 */
final class DoorReader {
  private static final Pattern NUMBERS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private final Given given;
  private final Mode mode;

  DoorReader(Given given, Mode mode) {
    this.given = given;
    this.mode = mode;
  }

  DoorConfiguration read(int port, Key address, Key credentials, Key credentialsFile) {
    var where = given.value(address, DoorReader::address, InetAddress.getLoopbackAddress());
    var who = given.secret(credentials, credentialsFile).flatMap(text -> parse(credentials, text));
    if (mode == Mode.LOCAL && !where.equals(InetAddress.getLoopbackAddress())) {
      given.fault(address, "in local mode it is 127.0.0.1 and nothing else.");
    } else if (!where.isLoopbackAddress() && who.isEmpty()) {
      given.fault(
          address,
          "others can reach "
              + where.getHostAddress()
              + ", so it wants "
              + credentials.shown()
              + " or "
              + credentialsFile.shown()
              + ".");
    }
    return new DoorConfiguration(where, port, who);
  }

  private Optional<Credentials> parse(Key key, String text) {
    try {
      return Optional.of(Credentials.parse(text));
    } catch (IllegalArgumentException e) {
      given.fault(key, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** In numbers: a name could lead elsewhere tomorrow. */
  private static InetAddress address(String text) {
    var sentence = "it is an address in numbers, such as 127.0.0.1 or 0.0.0.0.";
    if (!NUMBERS.matcher(text).matches()) {
      throw new IllegalArgumentException(sentence);
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(sentence, e);
    }
  }
}
