/**
 * The whole application on memory adapters, under a virtual clock and one seeded scheduler: nodes
 * crash and stall, calls fail, people do what they like, and what EUTLAS promises is looked at
 * after every step.
 */
@NullMarked
package eu.eutlas.simulation;

import org.jspecify.annotations.NullMarked;
