/** Where backups are kept: a folder or a bucket, encrypted, with a manifest beside each. */
@NullMarked
package eu.eutlas.storage;

import org.jspecify.annotations.NullMarked;
