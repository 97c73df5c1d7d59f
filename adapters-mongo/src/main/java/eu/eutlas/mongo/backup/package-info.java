/** Backups in MongoDB. */
@NullMarked
package eu.eutlas.mongo.backup;

import org.jspecify.annotations.NullMarked;
