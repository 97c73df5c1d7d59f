/** Backups: contracts of their ports. */
@NullMarked
package eu.eutlas.testkit.backup;

import org.jspecify.annotations.NullMarked;
