package eu.eutlas.jobs.planted;

/** Planted: a name that says nothing. */
public final class JobManager {}
