package eu.eutlas.domain.cluster;

/** A place where clusters can run, by the name and location that people see. */
public record Region(RegionId id, String name, String location) {}
