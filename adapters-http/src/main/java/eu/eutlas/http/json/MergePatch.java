package eu.eutlas.http.json;

/**
 * A request that is a JSON merge patch (RFC 7396): what is not mentioned stays, and null takes away
 * what can be taken away.
 */
public interface MergePatch extends JsonRequest {}
