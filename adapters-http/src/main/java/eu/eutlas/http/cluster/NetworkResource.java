package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What EUTLAS sees of the network between it and who asks. */
@Path("/v1/network")
@Produces(MediaType.APPLICATION_JSON)
public final class NetworkResource {

  /** The address that a request came from, as an access list takes it. */
  record MyAddressResponse(String cidr) {}

  @GET
  @Path("/my-ip")
  public MyAddressResponse readMyAddress(@Auth Visitor visitor) {
    // Some servers write a v6 address in brackets, as URLs do.
    var address = visitor.person().caller().address().replaceAll("[\\[\\]]", "");
    return new MyAddressResponse(Cidr.parse(address).value());
  }
}
