package eu.eutlas.http.json;

/**
 * A record that is read from a JSON body: each component is a field, an {@code Optional} one may be
 * missing.
 */
public interface JsonRequest {}
