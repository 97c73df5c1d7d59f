/** Backups in memory. */
@NullMarked
package eu.eutlas.memory.backup;

import org.jspecify.annotations.NullMarked;
