package dev.callsift.models.speech;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** From an archive somewhere to a verified model in the cache. */
final class ModelInstaller {

    private final ModelCache cache;
    private final ModelDownload download;
    private final UnpackLimits limits;

    ModelInstaller(ModelCache cache, ModelDownload download, UnpackLimits limits) {
        this.cache = cache;
        this.download = download;
        this.limits = limits;
    }

    /**
     * Does nothing when the model is there and whole.
     *
     * @param listed what the list says of the archive; without it only the archive's own check sums are checked
     */
    void install(String name, URI from, Optional<ListedModel> listed, DownloadProgress progress) {
        cache.exclusively(name, progress, () -> {
            if (isIntact(name)) {
                progress.note(name + " is there already: " + cache.folder(name));
            } else if ("file".equals(from.getScheme())) {
                check(Path.of(from), name, listed, progress);
                unpack(Path.of(from), name, progress);
            } else {
                Path part = cache.part(name);
                download.download(from, part, listed.map(ListedModel::bytes).orElse(-1L), progress);
                installDownloaded(part, name, listed, progress);
            }
        });
    }

    private boolean isIntact(String name) {
        if (!cache.has(name)) {
            return false;
        }
        try {
            ModelChecksums now = ModelChecksums.of(ModelFolder.check(cache.folder(name)));
            return ModelCache.recorded(cache.folder(name)).map(now::equals).orElse(true);
        } catch (SpeechModelException e) {
            return false; // fetched again
        }
    }

    /** A wrong download must not be continued; a right one that found no room on the disk must not be lost. */
    private void installDownloaded(Path part, String name, Optional<ListedModel> listed, DownloadProgress progress) {
        boolean keep = false;
        try {
            check(part, name, listed, progress);
            keep = listed.isPresent();
            unpack(part, name, progress);
            keep = false;
        } finally {
            if (!keep) {
                forget(part, progress);
            }
        }
    }

    private static void forget(Path part, DownloadProgress progress) {
        try {
            ResumePoint.forget(part);
        } catch (IOException e) {
            progress.note(part + " could not be removed (" + e + "); it is of no use any more");
        }
    }

    private static void check(Path archive, String name, Optional<ListedModel> listed, DownloadProgress progress) {
        if (!Files.isRegularFile(archive)) {
            throw new SpeechModelException(archive + ": no such file; give the model's zip archive "
                    + "(a model's folder needs no fetch, use it by its path)");
        }
        listed.ifPresentOrElse(
                model -> verify(archive, model),
                () -> progress.note("no model list has " + name
                        + ", so its archive could only be checked for damage, not against the list"));
    }

    private void unpack(Path archive, String name, DownloadProgress progress) {
        progress.note("unpacking " + name);
        cache.install(name, target -> new ModelArchive(archive, limits).unpackTo(target));
    }

    private static void verify(Path archive, ListedModel model) {
        try {
            long size = Files.size(archive);
            if (size != model.bytes()) {
                throw differs(archive, model, size + " bytes long instead of " + model.bytes());
            }
            String md5 = ModelChecksums.digest("MD5", archive);
            if (!md5.equals(model.md5())) {
                throw differs(archive, model, "of MD5 " + md5 + " instead of " + model.md5());
            }
        } catch (IOException e) {
            throw ModelFolder.unreadable(archive, e);
        }
    }

    private static SpeechModelException differs(Path archive, ListedModel model, String how) {
        return new SpeechModelException(model.name() + ": the archive " + archive + " is " + how
                + " as the model list says; nothing was installed, fetch it again or take it from elsewhere "
                + "with --from FILE|URL");
    }
}
