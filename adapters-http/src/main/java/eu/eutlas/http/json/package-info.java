/**
 * How JSON bodies and query parameters become values, and answers become JSON. A request is a
 * record of domain values; its components say what is read, and every fault is told at once.
 */
@NullMarked
package eu.eutlas.http.json;

import org.jspecify.annotations.NullMarked;
