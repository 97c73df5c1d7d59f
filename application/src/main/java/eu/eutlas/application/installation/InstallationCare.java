package eu.eutlas.application.installation;

import eu.eutlas.application.Authorizer;

/** What administrators can do about the installation as a whole. */
public record InstallationCare(ReadInstallation read, ResumeInstallation resume) {

  /**
   * Assembles it.
   *
   * @param sweep finds at once what fell due during a pause
   */
  public static InstallationCare of(
      Authorizer authorizer, InstallationPause pause, Findings findings, Runnable sweep) {
    return new InstallationCare(
        new ReadInstallation(authorizer, pause, findings),
        new ResumeInstallation(authorizer, pause, findings, sweep));
  }
}
