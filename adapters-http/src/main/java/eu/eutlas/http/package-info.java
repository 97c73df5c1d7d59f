/**
 * The REST API: resources, their JSON, authentication, problem answers, the event stream. A
 * resource parses, calls one use case and renders its outcome; it decides nothing. Tested through
 * HTTP, on real use cases over memory adapters.
 */
@NullMarked
package eu.eutlas.http;

import org.jspecify.annotations.NullMarked;
