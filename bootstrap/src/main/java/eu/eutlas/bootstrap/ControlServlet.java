package eu.eutlas.bootstrap;

import eu.eutlas.application.Ids;
import eu.eutlas.application.identity.GrantAdministration;
import eu.eutlas.domain.Secret;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Does what {@code ./eutlas admin} on this machine asks of the running process. */
final class ControlServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST = 1_000;

  private final transient Secret token;
  private final transient GrantAdministration grant;
  private final transient Ids ids;

  ControlServlet(Secret token, GrantAdministration grant, Ids ids) {
    this.token = token;
    this.grant = grant;
    this.ids = ids;
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
      response.getWriter().println(AdminGrant.grant(grant, ids, AdminGrant.email(body)));
    } catch (StartException e) {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
      response.getWriter().println(e.getMessage());
    }
  }

  private boolean isAllowed(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    return header != null
        && header.startsWith(SCHEME)
        && token.equals(new Secret(header.substring(SCHEME.length())));
  }
}
