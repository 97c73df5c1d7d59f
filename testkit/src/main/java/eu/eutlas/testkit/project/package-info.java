/** Builders and contracts for projects. */
@NullMarked
package eu.eutlas.testkit.project;

import org.jspecify.annotations.NullMarked;
