package eu.eutlas.domain.cluster;

/**
 * A place where clusters can run, by the name and location that people see.
 *
 * @param capacity how much it takes
 */
public record Region(
    RegionId id, String name, String location, RegionType type, Capacity capacity) {

  /** One that takes any number of clusters. */
  public Region(RegionId id, String name, String location, RegionType type) {
    this(id, name, location, type, Capacity.UNLIMITED);
  }
}
