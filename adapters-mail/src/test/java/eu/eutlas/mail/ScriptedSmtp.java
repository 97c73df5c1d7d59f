package eu.eutlas.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that answers as it is told, for what a good one never does. A step is a command's
 * first word, {@code GREETING}, or {@code END} for the end of the mail.
 */
final class ScriptedSmtp implements AutoCloseable {
  /** The answer that hangs up instead. */
  static final String HANG_UP = "";

  /** The answer that never comes. */
  static final String SILENCE = "...";

  private static final Map<String, String> GOOD =
      Map.of(
          "GREETING", "220 ready",
          "EHLO", "250 hello",
          "AUTH", "235 welcome",
          "MAIL", "250 ok",
          "RCPT", "250 ok",
          "RSET", "250 ok",
          "DATA", "354 go on",
          "END", "250 taken",
          "STARTTLS", "220 go on",
          "QUIT", "221 bye");

  private final ServerSocket listening;
  private final Map<String, String> answers = new ConcurrentHashMap<>(GOOD);
  private final Optional<SSLContext> tls;
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();

  private ScriptedSmtp(Optional<SSLContext> tls) throws IOException {
    this.tls = tls;
    this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  static ScriptedSmtp start() throws IOException {
    return new ScriptedSmtp(Optional.empty());
  }

  static ScriptedSmtp startWithTls(SSLContext context) throws IOException {
    var server = new ScriptedSmtp(Optional.of(context));
    return server.answering("EHLO", "250-hello\r\n250 STARTTLS");
  }

  ScriptedSmtp answering(String step, String answer) {
    answers.put(step, answer);
    return this;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Everything that was said to it, with a mark where TLS began. */
  String heard() {
    return String.join("\n", heard) + "\n";
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (var socket = listening.accept()) {
        socket.setSoTimeout(5_000);
        converse(socket, "GREETING");
      } catch (IOException e) {
        // The client went away, or the test is over.
      }
    }
  }

  private void converse(Socket socket, @Nullable String first) throws IOException {
    var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    var step = first == null ? next(in) : first;
    while (!step.isEmpty() && answer(socket, step)) {
      if (step.equals("QUIT")) {
        return;
      }
      if (step.equals("STARTTLS")) {
        converse(secured(socket), null);
        return;
      }
      step = step.equals("DATA") && goesOn() ? end(in) : next(in);
    }
  }

  private boolean goesOn() {
    return answers.getOrDefault("DATA", "").startsWith("354");
  }

  private Socket secured(Socket plain) throws IOException {
    heard.add("<TLS>");
    var factory = tls.orElseThrow().getSocketFactory();
    var socket = (SSLSocket) factory.createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  private boolean answer(Socket socket, String step) throws IOException {
    var answer = answers.getOrDefault(step, "502 what?");
    if (answer.equals(SILENCE)) {
      // Until the client hangs up.
      return socket.getInputStream().read() == Integer.MIN_VALUE;
    }
    if (!answer.equals(HANG_UP)) {
      socket.getOutputStream().write((answer + "\r\n").getBytes(US_ASCII));
      socket.getOutputStream().flush();
    }
    return !answer.equals(HANG_UP);
  }

  private String next(BufferedReader in) throws IOException {
    var line = in.readLine();
    heard.add(String.valueOf(line));
    return line == null ? "" : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
  }

  private String end(BufferedReader in) throws IOException {
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(String.valueOf(line));
      if (line.equals(".")) {
        return "END";
      }
    }
    return "";
  }
}
