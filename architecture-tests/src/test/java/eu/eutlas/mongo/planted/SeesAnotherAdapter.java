package eu.eutlas.mongo.planted;

import eu.eutlas.local.LocalDataPlane;

/** Planted: an adapter that sees another one. */
public record SeesAnotherAdapter(LocalDataPlane plane) {}
