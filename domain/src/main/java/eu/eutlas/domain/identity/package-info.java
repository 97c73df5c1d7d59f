/** Who people are: users, their sessions and the one-time tokens that are mailed to them. */
@NullMarked
package eu.eutlas.domain.identity;

import org.jspecify.annotations.NullMarked;
