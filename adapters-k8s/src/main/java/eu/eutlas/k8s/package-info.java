/**
 * The Kubernetes data plane: each cluster is one resource of a MongoDB operator in a namespace of
 * its own. The only adapter that speaks to an API server. Nothing that an API server says reaches
 * people or logs as it stands: its messages may hold whole objects, secrets included.
 */
@NullMarked
package eu.eutlas.k8s;

import org.jspecify.annotations.NullMarked;
