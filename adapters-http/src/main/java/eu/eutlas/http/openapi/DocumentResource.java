package eu.eutlas.http.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The document for programs, and a page that shows it to people without asking other sites. */
@Path("/")
public final class DocumentResource {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private final String document;

  public DocumentResource(String document) {
    this.document = document;
  }

  @GET
  @Path("openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  public String readDocument() {
    return document;
  }

  @GET
  @Path("docs")
  @Produces(MediaType.TEXT_HTML)
  public Response readPage() {
    return file("docs.html");
  }

  @GET
  @Path("docs/docs.js")
  @Produces("text/javascript")
  public Response readScript() {
    return file("docs.js");
  }

  @GET
  @Path("docs/docs.css")
  @Produces("text/css")
  public Response readStyle() {
    return file("docs.css");
  }

  private static Response file(String name) {
    try (var in = DocumentResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar.");
      }
      return Response.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .header("Content-Security-Policy", POLICY)
          .header(HttpHeaders.CACHE_CONTROL, "no-cache")
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
