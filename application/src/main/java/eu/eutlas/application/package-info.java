/**
 * Use cases, ports and authorization: what EUTLAS does, in the domain's words. One public door,
 * {@code Eutlas}; a use case authorises, loads, lets the domain decide, saves once, nudges. Sees
 * {@code domain} and the SLF4J API, nothing else. Its use cases are tested over memory adapters in
 * {@code adapters-memory}, which can see both.
 */
@NullMarked
package eu.eutlas.application;

import org.jspecify.annotations.NullMarked;
