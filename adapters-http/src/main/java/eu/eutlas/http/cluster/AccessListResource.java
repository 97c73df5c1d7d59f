package eu.eutlas.http.cluster;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.cluster.AccessLists;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.answer.Status;
import eu.eutlas.http.request.IfMatch;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** From where a cluster is reached. */
@Path("/v1/projects/{projectId}/clusters/{clusterId}/network/access-list")
@Produces(MediaType.APPLICATION_JSON)
public final class AccessListResource {
  private final AccessLists accessLists;

  public AccessListResource(AccessLists accessLists) {
    this.accessLists = accessLists;
  }

  @GET
  public Items<AccessEntryResponse> listAccessEntries(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster) {
    return Items.all(
        orThrow(accessLists.list(visitor.person(), cluster.address())), AccessEntryResponse::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Status(202)
  public Answer<AccessEntryResponse> addAccessEntry(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @BeanParam IfMatch ifMatch,
      AddAccessEntryRequest request) {
    var command = new AccessLists.Add(cluster.address(), request.entry(), ifMatch.revision());
    return accepted(orThrow(accessLists.add(visitor.person(), command)));
  }

  @DELETE
  @Path("/{entryId}")
  @Status(202)
  public Answer<AccessEntryResponse> removeAccessEntry(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @PathParam("entryId") String entry,
      @BeanParam IfMatch ifMatch) {
    var command =
        new AccessLists.Remove(cluster.address(), AccessEntryId.range(entry), ifMatch.revision());
    return accepted(orThrow(accessLists.remove(visitor.person(), command)));
  }

  private static Answer<AccessEntryResponse> accepted(AccessLists.Ordered ordered) {
    var answer = Answer.of(AccessEntryResponse.of(ordered));
    return ordered
        .operation()
        .map(operation -> answer.location("/operations/" + operation.id()))
        .orElse(answer);
  }
}
