/**
 * Dump and restore of customers' clusters in the archive form of MongoDB's database tools: what is
 * read and written streams, and what is held does not grow with the data.
 */
@NullMarked
package eu.eutlas.tenant.archive;

import org.jspecify.annotations.NullMarked;
