/** The outbox of local mode, where mails are read that nobody sends. */
@NullMarked
package eu.eutlas.http.dev;

import org.jspecify.annotations.NullMarked;
