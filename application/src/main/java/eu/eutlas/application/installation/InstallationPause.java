package eu.eutlas.application.installation;

import eu.eutlas.application.RecentReads;
import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Maintenance;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether the whole installation is paused, as of two seconds ago at most. Its metadata was
 * restored then, and may be older than what runs: until an administrator has looked, EUTLAS
 * observes and reports, and does nothing outside of itself.
 */
public final class InstallationPause {
  private static final String KEY = "installation";

  private final MaintenanceRepository repository;
  private final RecentReads<String, Optional<Maintenance>> recent;

  public InstallationPause(MaintenanceRepository repository, InstantSource clock) {
    this.repository = repository;
    this.recent = new RecentReads<>(clock);
  }

  /** Why and since when; absent when the installation works. */
  public Optional<Maintenance> now() {
    return recent.get(KEY, installation -> Optional.of(repository.pause())).orElseThrow();
  }

  public boolean isOn() {
    return now().isPresent();
  }

  /** What is answered to whoever wants something done meanwhile. */
  public Optional<Refusal> refusal() {
    return now()
        .map(pause ->
            Refusal.conflict(
                RefusalCode.INSTALLATION_PAUSED,
                "This installation is paused and only observes. %s An administrator resumes it by POST /admin/installation/resume."
                    .formatted(pause.reason())));
  }

  void end() {
    repository.endPause();
    recent.forget(KEY);
  }
}
