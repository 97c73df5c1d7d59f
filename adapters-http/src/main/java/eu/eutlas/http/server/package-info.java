/** What every exchange has, API or not: host check, security headers, readable refusals. */
@NullMarked
package eu.eutlas.http.server;

import org.jspecify.annotations.NullMarked;
