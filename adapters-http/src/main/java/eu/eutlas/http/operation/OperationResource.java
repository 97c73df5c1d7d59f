package eu.eutlas.http.operation;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.operation.Operations;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.LongRequests;
import eu.eutlas.http.answer.Status;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/** What becomes of what was asked for. */
@Path("/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
public final class OperationResource {
  private final Operations operations;
  private final LongRequests waiting;

  public OperationResource(Operations operations, LongRequests waiting) {
    this.operations = operations;
    this.waiting = waiting;
  }

  @GET
  @Path("/{operationId}")
  public OperationResponse readOperation(
      @Auth Visitor visitor,
      @PathParam("operationId") OperationId id,
      @Query ReadOperationQuery query) {
    var timeout = query.waitSeconds().map(WaitSeconds::duration).orElse(Duration.ZERO);
    return OperationResponse.of(orThrow(read(visitor.person(), id, timeout)));
  }

  @POST
  @Path("/{operationId}/retry")
  @Status(202)
  public Answer<OperationResponse> retryOperation(
      @Auth Visitor visitor, @PathParam("operationId") OperationId id) {
    var retry = orThrow(operations.retry().handle(visitor.person(), id));
    return Answer.of(OperationResponse.of(retry)).location("/operations/" + retry.id());
  }

  @POST
  @Path("/{operationId}/cancel")
  public OperationResponse cancelOperation(
      @Auth Visitor visitor, @PathParam("operationId") OperationId id) {
    return OperationResponse.of(orThrow(operations.cancel().handle(visitor.person(), id)));
  }

  private Outcome<Operation> read(Actor actor, OperationId id, Duration timeout) {
    waiting.enter();
    try {
      return operations.read().await(actor, id, timeout);
    } catch (InterruptedException e) {
      // The server stops, and the client gets what there is.
      return operations.read().handle(actor, id);
    } finally {
      waiting.leave();
    }
  }
}
