package eu.eutlas.bootstrap.config;

import eu.eutlas.application.Settings.LongWork;
import eu.eutlas.storage.S3Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where backups are kept, and how many are taken at once.
 *
 * @param bucket absent to keep them in a folder
 * @param folder absent for one in the data folder
 */
public record BackupConfiguration(
    Optional<S3Settings> bucket, Optional<Path> folder, LongWork longWork) {}
