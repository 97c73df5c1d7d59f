/** Backups by REST. */
@NullMarked
package eu.eutlas.http.backup;

import org.jspecify.annotations.NullMarked;
