/** Backups of clusters: what is in them, how long they stay, and what becomes of them. */
@NullMarked
package eu.eutlas.domain.backup;

import org.jspecify.annotations.NullMarked;
