package eu.eutlas.domain.operation;

/** Where an operation stands, in words and as a share of its way. */
public enum OperationStep {
  ACCEPTED(0, "Accepted"),
  RETRYING(10, "Looking at what is there already"),
  PROVISIONING(20, "Providing the servers"),
  STARTING(40, "Waiting for the servers"),
  KEEPING_OUT(30, "Keeping database users out while data is restored"),
  COPYING(50, "Restoring the data"),
  CREATING_LOGIN(60, "Setting up the database users"),
  ADMITTING(70, "Setting from where it can be reached"),
  PROVING(80, "Proving that the connection works"),
  STOPPING(50, "Stopping the servers"),
  REMOVING(50, "Removing the servers and their data"),
  DONE(100, "Done");

  private final int progress;
  private final String words;

  OperationStep(int progress, String words) {
    this.progress = progress;
    this.words = words;
  }

  /** Per cent. */
  public int progress() {
    return progress;
  }

  public String words() {
    return words;
  }
}
