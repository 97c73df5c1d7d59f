/**
 * The rules of the hexagon as tests, each with a planted violation that proves it bites. Each rule
 * has a planted violation that proves it bites, and fails where it matches nothing. The dependency
 * rule itself is a compile error first: a module sees what its pom lists.
 */
@NullMarked
package eu.eutlas.architecture;

import org.jspecify.annotations.NullMarked;
