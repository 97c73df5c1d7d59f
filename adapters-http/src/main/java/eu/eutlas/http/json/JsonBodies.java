package eu.eutlas.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.eutlas.http.problem.ProblemCode;
import eu.eutlas.http.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads the body of a request. */
@Consumes(MediaType.WILDCARD)
public final class JsonBodies implements MessageBodyReader<JsonRequest> {
  private static final int LARGEST = 1024 * 1024;
  private static final String CANONICAL = "eutlas.body";

  private final Provider<ContainerRequestContext> request;

  @Inject
  public JsonBodies(Provider<ContainerRequestContext> request) {
    this.request = request;
  }

  /** The body that was read, in a form that does not depend on spaces or the order of fields. */
  public static String canonical(ContainerRequestContext request) {
    return String.valueOf(request.getProperty(CANONICAL));
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return JsonRequest.class.isAssignableFrom(type);
  }

  @Override
  public JsonRequest readFrom(
      Class<JsonRequest> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var bytes = body.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new ProblemException(ProblemCode.BODY_TOO_LARGE, "A body has at most 1 MiB.");
    }
    if (bytes.length == 0 && type.isAnnotationPresent(MayBeAbsent.class)) {
      return JsonValues.read(type, Json.REQUESTS.createObjectNode());
    }
    if (bytes.length == 0) {
      throw new ProblemException(
          ProblemCode.MALFORMED_JSON, "The body is missing. Send a JSON object.");
    }
    if (!headers.containsKey(HttpHeaders.CONTENT_TYPE)) {
      throw new ProblemException(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE,
          "Say what the body is: Content-Type: application/json.");
    }
    var object = object(bytes);
    request.get().setProperty(CANONICAL, Json.canonical(object));
    return JsonValues.read(type, object);
  }

  private static ObjectNode object(byte[] bytes) throws IOException {
    var node = parse(bytes);
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw Faults.of("", "The body is a JSON object.");
  }

  private static JsonNode parse(byte[] bytes) throws IOException {
    try {
      return Json.REQUESTS.readTree(bytes);
    } catch (StreamConstraintsException e) {
      throw Faults.of("", "The body is nested too deeply, or has a number that is too long.");
    } catch (MismatchedInputException e) {
      var name = e.getProcessor() instanceof JsonParser parser ? parser.currentName() : null;
      if (name == null) {
        throw malformed();
      }
      throw Faults.of(name, "This field is given twice, or something follows the end.");
    } catch (JsonProcessingException e) {
      throw malformed();
    }
  }

  private static RuntimeException malformed() {
    return new ProblemException(
        ProblemCode.MALFORMED_JSON, "The body is not JSON, or more than one value.");
  }
}
