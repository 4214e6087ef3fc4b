package dev.callsift.pipeline.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Opens the stores that the settings name. Whoever opens a store closes it. */
public final class RecordingStores {

    private static final Duration FOLDER_SETTLE = Duration.ofSeconds(2);

    private RecordingStores() {}

    /**
     * Opens the recordings and looks whether they are there.
     *
     * @param clock says what "a moment ago" is
     * @throws SettingsException when the settings are wrong, or name a bucket or folder that does not exist or may not be
     *     read (fate: stop)
     * @throws StoreUnavailableException when the server does not answer (fate: retry)
     */
    public static RecordingStore open(RecordingSettings settings, InstantSource clock) {
        SettingsException.throwIfAny(settings.problems());
        return switch (settings.sourceLocation().orElseThrow()) {
            case StoreLocation.Bucket bucket ->
                new S3RecordingStore(
                        S3Bucket.open(settings, bucket, "callsift.recording.source"),
                        settings,
                        Settling.of(settings, Duration.ZERO, clock));
            case StoreLocation.Folder folder ->
                new FolderRecordingStore(folder.path(), settings, Settling.of(settings, FOLDER_SETTLE, clock));
        };
    }

    /**
     * Opens the documents; a folder is made where it is missing, a bucket is not.
     *
     * @param fallback the folder to use when the settings name no place
     * @throws SettingsException as {@link #open}
     * @throws StoreUnavailableException as {@link #open}
     */
    public static DocumentStore openDocuments(RecordingSettings settings, Path fallback) {
        SettingsException.throwIfAny(settings.problems());
        return switch (settings.documentsLocation().orElseGet(() -> new StoreLocation.Folder(fallback))) {
            case StoreLocation.Bucket bucket ->
                new S3DocumentStore(S3Bucket.open(settings, bucket, "callsift.recording.documents"));
            case StoreLocation.Folder folder -> new FolderDocumentStore(folder.path());
        };
    }
}
