package eu.eutlas.http.dev;

import eu.eutlas.domain.Refusal;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.problem.RefusedException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The mails of a local installation. It exists in local mode only, and for this machine only. */
@Path("/v1/dev/outbox")
@Produces(MediaType.APPLICATION_JSON)
public final class OutboxResource {
  private final OutboxView outbox;

  public OutboxResource(OutboxView outbox) {
    this.outbox = outbox;
  }

  @GET
  public Items<MailSummaryResponse> listMails() {
    return Items.all(outbox.list(), MailSummaryResponse::of);
  }

  @GET
  @Path("/{mailId}")
  public MailResponse readMail(@PathParam("mailId") String id) {
    return outbox
        .find(id)
        .map(MailResponse::of)
        .orElseThrow(() -> new RefusedException(Refusal.notFound("mail")));
  }
}
