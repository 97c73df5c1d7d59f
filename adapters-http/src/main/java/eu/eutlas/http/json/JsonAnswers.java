package eu.eutlas.http.json;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes the records of answers. */
@Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
public final class JsonAnswers implements MessageBodyWriter<Record> {

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isRecord();
  }

  @Override
  public void writeTo(
      Record answer,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    var body = Json.ANSWERS.writeValueAsBytes(answer);
    // With its length known, the answer leaves whole, in one packet where it fits.
    headers.putSingle(HttpHeaders.CONTENT_LENGTH, body.length);
    out.write(body);
  }
}
