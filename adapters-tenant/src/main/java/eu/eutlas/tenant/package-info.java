/**
 * What talks to customers' own databases: login proof, users, dump and restore. It never sees the
 * metadata database. Every call has a timeout and can be repeated.
 */
@NullMarked
package eu.eutlas.tenant;

import org.jspecify.annotations.NullMarked;
