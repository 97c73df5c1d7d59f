/**
 * The local data plane: one embedded server for each cluster, on loopback. The only adapter that
 * sees {@code embedded-mongo} outside of tests. Data are durable and logins are real; it says
 * everywhere that it is local.
 */
@NullMarked
package eu.eutlas.local;

import org.jspecify.annotations.NullMarked;
