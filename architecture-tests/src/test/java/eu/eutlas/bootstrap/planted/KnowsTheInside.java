package eu.eutlas.bootstrap.planted;

import org.jobrunr.jobs.Job;

/** Planted: wiring that knows what an adapter is made of. */
public record KnowsTheInside(Job job) {}
