package eu.eutlas.http;

import java.util.List;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Resource;

/** All routes, as Jersey sees them. */
final class Routes {
  private Routes() {}

  static List<Route> all() {
    return EutlasHttp.RESOURCES.stream()
        .map(Resource::from)
        .flatMap(resource -> of(resource, ""))
        .toList();
  }

  /** Those that read a body. */
  static Stream<Route> withBody() {
    return all().stream().filter(route -> route.request().isPresent());
  }

  private static Stream<Route> of(Resource resource, String above) {
    var path = above + "/" + resource.getPath().replaceAll("^/|/$", "");
    var own =
        resource.getResourceMethods().stream()
            .map(method ->
                new Route(
                    method.getHttpMethod(),
                    path.substring("/v1".length()),
                    method.getInvocable().getHandlingMethod()));
    var below = resource.getChildResources().stream().flatMap(child -> of(child, path));
    return Stream.concat(own, below);
  }
}
