/**
 * Organizations with their members, roles and the one permission table; they hold slots for their
 * projects.
 */
@NullMarked
package eu.eutlas.domain.organization;

import org.jspecify.annotations.NullMarked;
