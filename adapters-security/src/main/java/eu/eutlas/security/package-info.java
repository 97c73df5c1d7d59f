/**
 * Password hashing, sealing of secrets, access tokens and one-time codes. Adapts password4j, Nimbus
 * JOSE+JWT and Tink to the application's ports. Nothing here logs, and no secret has a telling
 * {@code toString}.
 */
@NullMarked
package eu.eutlas.security;

import org.jspecify.annotations.NullMarked;
