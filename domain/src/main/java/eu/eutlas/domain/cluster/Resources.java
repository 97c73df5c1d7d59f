package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;

/** What each member of a cluster gets, and how many members there are. */
public record Resources(int cpuMillis, int memoryMegabytes, int storageGigabytes, int members) {
  public Resources {
    InvalidValue.unless(
        cpuMillis > 0 && memoryMegabytes > 0 && storageGigabytes > 0, "Resources are positive.");
    InvalidValue.unless(members == 1 || members == 3, "A cluster has one member or three.");
  }
}
