/**
 * Clusters: what is wanted, what is seen, our verdict, and the one function that decides every move
 * between them.
 */
@NullMarked
package eu.eutlas.domain.cluster;

import org.jspecify.annotations.NullMarked;
