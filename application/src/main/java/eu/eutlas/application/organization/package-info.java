/** Creating and reading organizations, and who may do what in them. */
@NullMarked
package eu.eutlas.application.organization;

import org.jspecify.annotations.NullMarked;
