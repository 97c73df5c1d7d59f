package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailDeliveryTest {
  @TempDir Path folder;

  @Test
  void verifiesAnAddressThroughARealMailServer() throws IOException, InterruptedException {
    var server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    server.start();
    try {
      var url = "smtp://127.0.0.1:" + server.getSmtp().getPort();
      try (var product =
          RunningProduct.start(folder.resolve("data"), Map.of("EUTLAS_SMTP_URL", url))) {
        var person = new Person("dev@example.org");
        person.signUp(product.address());

        assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();

        var mail = server.getReceivedMessages()[0];
        person.verify(product.address(), GreenMailUtil.getWholeMessage(mail));
        assertThat(person.logIn(product.address()).get("orgs").status()).isEqualTo(200);
      }
    } finally {
      server.stop();
    }
  }
}
