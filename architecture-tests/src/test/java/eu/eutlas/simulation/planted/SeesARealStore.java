package eu.eutlas.simulation.planted;

import eu.eutlas.local.LocalDataPlane;

/** Planted: a simulation of something that no seed decides. */
public record SeesARealStore(LocalDataPlane plane) {}
