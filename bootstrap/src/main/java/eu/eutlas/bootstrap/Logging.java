package eu.eutlas.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends the log to standard error, where it keeps out of the way of what the product says: a JSON
 * object a line for machines, readable text for a person at a terminal. Each line carries the
 * correlation id of what it belongs to.
 */
final class Logging {
  private static final String PATTERN =
      "%d{HH:mm:ss.SSS} %-5level %-28.28logger{27} %msg"
          + " %replace(%X{correlationId}){'(.+)','[$1]'}%n%ex{short}";

  /**
   * Libraries that say more than anybody wants to read. An outage is told once by whoever meets it
   * and by readiness; the driver's monitor and JobRunr's server would tell it each second at INFO.
   */
  private static final List<String> QUIETER =
      List.of(
          "org.eclipse.jetty",
          "org.glassfish",
          "org.hibernate",
          "io.dropwizard",
          "org.mongodb.driver",
          "org.jobrunr",
          "io.netty",
          "de.bwaldvogel",
          "org.simplejavamail",
          "io.swagger",
          "eu.eutlas.embeddedmongo");

  private Logging() {}

  static void configure(boolean terminal) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(terminal ? readable(context) : json(context));
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender);
    QUIETER.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  private static Encoder<ILoggingEvent> readable(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    var encoder = new JsonLines();
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}
