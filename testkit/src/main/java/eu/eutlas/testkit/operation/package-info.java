/** Builders and contracts for operations and the jobs that drive them. */
@NullMarked
package eu.eutlas.testkit.operation;

import org.jspecify.annotations.NullMarked;
