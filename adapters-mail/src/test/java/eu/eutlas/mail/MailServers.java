package eu.eutlas.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** Mail servers for tests. */
final class MailServers {
  private MailServers() {}

  /** A started GreenMail on a free port of the loopback address. */
  static GreenMail greenMail(String protocol) {
    var setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(30_000);
    var server = new GreenMail(setup);
    server.start();
    return server;
  }
}
