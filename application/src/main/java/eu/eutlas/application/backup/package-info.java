/** Backups of clusters and what is made of them again. */
@NullMarked
package eu.eutlas.application.backup;

import org.jspecify.annotations.NullMarked;
