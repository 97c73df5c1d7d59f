package eu.eutlas.bootstrap;

import eu.eutlas.application.Ids;
import eu.eutlas.application.identity.GrantAdministration;
import eu.eutlas.domain.Secret;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Does what commands on this machine ask of the running process. */
final class ControlServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST = 10_000;

  private final transient Secret token;
  private final transient GrantAdministration grant;
  private final transient Ids ids;
  private final transient OwnBackup backup;

  ControlServlet(Secret token, GrantAdministration grant, Ids ids, OwnBackup backup) {
    this.token = token;
    this.grant = grant;
    this.ids = ids;
    this.backup = backup;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=utf-8");
    if (!isAllowed(request)) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.getWriter().println("This is for commands on the same machine.");
      return;
    }
    var body = new String(request.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
    try {
      response.getWriter().println(done(String.valueOf(request.getPathInfo()), body));
    } catch (StartException e) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      response.getWriter().println(e.getMessage());
    }
  }

  private String done(String what, String body) {
    return switch (what) {
      case Control.ADMINISTRATORS -> AdminGrant.grant(grant, ids, AdminGrant.email(body));
      case Control.BACKUPS -> backup.write(Path.of(body));
      default -> throw new StartException("The running EUTLAS does not know this command.");
    };
  }

  private boolean isAllowed(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    return header != null
        && header.startsWith(SCHEME)
        && token.equals(new Secret(header.substring(SCHEME.length())));
  }
}
