/** Bytes to be kept, and what every place where backups are kept holds to. */
@NullMarked
package eu.eutlas.testkit.backup;

import org.jspecify.annotations.NullMarked;
