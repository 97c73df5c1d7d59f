/**
 * Projects, which hold a slot for each of their clusters: the parent decides about names, limits
 * and deletion.
 */
@NullMarked
package eu.eutlas.domain.project;

import org.jspecify.annotations.NullMarked;
