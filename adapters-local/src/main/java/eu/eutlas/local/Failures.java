package eu.eutlas.local;

import eu.eutlas.application.PortFailure;
import java.io.IOException;

/** The one place where what goes wrong here becomes the application's failures. */
final class Failures {
  private Failures() {}

  static PortFailure closed() {
    return new PortFailure.Unavailable("CLOSED", "The local region is closed.", null);
  }

  static PortFailure leaving() {
    return new PortFailure.Unavailable(
        "LEAVING", "The local cluster of this id is still being removed.", null);
  }

  /** Space may be made, and a disk may be mended: whatever it is, it may be put right. */
  static PortFailure disk(Disk disk, IOException cause) {
    return new PortFailure.Unavailable(disk.code(), disk.sentence(), cause);
  }

  static PortFailure folderTaken() {
    return new PortFailure.Rejected(
        "FOLDER_TAKEN",
        "The folder of this local cluster holds something that is not of this installation.",
        null);
  }

  static PortFailure noAccessList() {
    return new PortFailure.Rejected(
        "NO_ACCESS_LIST",
        "A local region has no access lists: only this machine reaches it.",
        null);
  }

  static PortFailure adminNotAccepted(IllegalArgumentException cause) {
    return new PortFailure.Rejected(
        "ADMIN_NOT_ACCEPTED", "The local server does not accept such an admin user.", cause);
  }
}
