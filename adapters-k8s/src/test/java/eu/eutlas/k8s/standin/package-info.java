/**
 * What a Kubernetes cluster has and a bare API server lacks: the database operators, nodes that run
 * pods, and storage. They move what tests look at as the real ones were seen to, faults included;
 * no database runs. Only the API server decides what is allowed: none of them pretends to be it.
 */
@NullMarked
package eu.eutlas.k8s.standin;

import org.jspecify.annotations.NullMarked;
