/**
 * Metadata in MongoDB: repositories, migrations, indexes. Explicit mapping classes, compare-and-set
 * on {@code version}, no multi-document transactions. The contract suites run on the embedded
 * server, and on any server named in {@code EUTLAS_TEST_MONGODB_URI}.
 */
@NullMarked
package eu.eutlas.mongo;

import org.jspecify.annotations.NullMarked;
