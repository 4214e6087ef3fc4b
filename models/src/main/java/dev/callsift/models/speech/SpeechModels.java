package dev.callsift.models.speech;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The speech models of this machine, by name or by path. Safe for use by several threads and several processes at once. All
 * methods fail with a {@link SpeechModelException} that says what was found and what to do.
 */
public final class SpeechModels {

    /** The list that Vosk's makers publish. */
    public static final URI OFFICIAL_LIST = URI.create("https://alphacephei.com/vosk/models/model-list.json");

    private final ModelCache cache;
    private final ModelList list;
    private final BundledModel bundled;
    private final ModelInstaller installer;
    private final MemoryCheck memory;

    /**
     * @param cache the folder with one folder per model; made when first needed
     * @param modelList {@link #OFFICIAL_LIST} or a mirror's copy of it; {@code http}, {@code https} or {@code file}
     * @param client should follow redirects and have a connect timeout
     */
    public SpeechModels(Path cache, URI modelList, HttpClient client) {
        this(cache, modelList, client, Patience.STANDARD, UnpackLimits.STANDARD, MemoryCheck.ofThisMachine());
    }

    SpeechModels(
            Path cache, URI modelList, HttpClient client, Patience patience, UnpackLimits limits, MemoryCheck memory) {
        this.cache = new ModelCache(cache);
        this.list = new ModelList(modelList, this.cache, client, patience);
        this.bundled = new BundledModel(this.cache);
        this.installer = new ModelInstaller(this.cache, new ModelDownload(client, patience), limits);
        this.memory = memory;
    }

    /** The default cache, the official list, the system's proxy. */
    public static SpeechModels standard() {
        return new SpeechModels(defaultCache(), OFFICIAL_LIST, defaultClient());
    }

    /** {@code $XDG_CACHE_HOME/callsift/models}, or {@code ~/.cache/callsift/models}. */
    public static Path defaultCache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("callsift").resolve("models");
    }

    /** Follows redirects, waits at most 20 s for a connection. */
    public static HttpClient defaultClient() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** Works without network: then it has the bundled and the cached models, the last list read, and a warning. */
    public Catalogue list() {
        ModelList.Contents listed = list.read();
        List<CatalogueEntry> entries = new ArrayList<>();
        entries.add(new CatalogueEntry(
                BundledModel.NAME, "en", "demonstration", bundled.bytes(), false, Availability.BUNDLED));
        cache.names().forEach(name -> entries.add(cachedEntry(name, listed)));
        listed.models().stream()
                .filter(model -> !cache.has(model.name()))
                .map(model -> model.entry(Availability.DOWNLOADABLE))
                .sorted(Comparator.comparing(CatalogueEntry::name))
                .forEach(entries::add);
        return new Catalogue(entries, listed.warning());
    }

    /**
     * Brings a model of the list into the cache and verifies it. Blocks for as long as bytes come; a fetch that was
     * interrupted is continued. A model that is there and whole is not fetched again.
     */
    public SpeechModel fetch(String name, DownloadProgress progress) {
        if (isBundled(name)) {
            return bundled.open();
        }
        ModelName.require(name);
        ModelList.Contents listed = list.read();
        ListedModel model = listed.find(name).orElseThrow(() -> notListed(name, listed));
        listed.warning().ifPresent(progress::note);
        return installed(name, model.archive(), Optional.of(model), progress);
    }

    /**
     * Like {@link #fetch}, with the archive from another place. When the list can be read, or could be once, the archive is
     * verified against it; otherwise a note says that it is not.
     *
     * @param fileOrUrl a zip archive: a path, or an {@code http}, {@code https} or {@code file} address
     */
    public SpeechModel fetchFrom(String name, String fileOrUrl, DownloadProgress progress) {
        if (isBundled(name)) {
            throw new SpeechModelException(name + " is part of callsift; give the archive's model another name");
        }
        ModelName.require(name);
        URI from = address(fileOrUrl);
        ModelList.Contents listed = list.read();
        listed.warning().ifPresent(progress::note);
        return installed(name, from, listed.find(name), progress);
    }

    /**
     * A model that can be loaded now: its files are there and unchanged since they were fetched, and this machine has the
     * memory. Reads the whole model for its hash, which takes seconds for a big one. Asks no network.
     *
     * @param nameOrPath the bundled model's name, the name of a model in the cache, or a model's folder
     */
    public SpeechModel open(String nameOrPath) {
        if (isBundled(nameOrPath)) {
            memory.require(nameOrPath, bundled.bytes());
            return bundled.open();
        }
        ModelFolder folder = ModelFolder.check(locate(nameOrPath));
        memory.require(nameOrPath, folder.bytes());
        return describe(nameOf(folder), folder);
    }

    /** Where {@link #open} would find it, without looking inside. */
    public Path path(String nameOrPath) {
        return isBundled(nameOrPath) ? bundled.open().folder() : locate(nameOrPath);
    }

    private SpeechModel installed(String name, URI archive, Optional<ListedModel> listed, DownloadProgress progress) {
        installer.install(name, archive, listed, progress);
        ModelFolder folder = ModelFolder.check(cache.folder(name));
        if (!memory.fits(folder.bytes())) {
            progress.note(memory.describe(name, folder.bytes()));
        }
        return describe(name, folder);
    }

    private SpeechModel describe(String name, ModelFolder folder) {
        ModelChecksums now = ModelChecksums.of(folder);
        ModelCache.recorded(folder.root()).filter(then -> !then.equals(now)).ifPresent(then -> {
            throw new SpeechModelException(folder.root() + ": the files are not those that " + ModelChecksums.FILE
                    + " beside them lists; fetch the model again with 'callsift models fetch " + name + "'");
        });
        String hash = now.modelHash();
        return new SpeechModel(name, folder.root(), folder.sampleRate(), hash, hash.equals(bundled.hash()));
    }

    private Path locate(String nameOrPath) {
        if (ModelName.isName(nameOrPath) && cache.has(nameOrPath)) {
            return cache.folder(nameOrPath);
        }
        Path folder = parsePath(nameOrPath);
        if (ModelName.isName(nameOrPath) && !Files.isDirectory(folder)) {
            throw new SpeechModelException(
                    "no speech model '" + nameOrPath + "' on this machine; fetch it with " + "'callsift models fetch "
                            + nameOrPath + "', see 'callsift models list', or give a model's folder");
        }
        return folder;
    }

    private CatalogueEntry cachedEntry(String name, ModelList.Contents listed) {
        return listed.find(name)
                .map(model -> model.entry(Availability.CACHED))
                .orElseGet(() ->
                        new CatalogueEntry(name, "", "", sizeOnDisk(cache.folder(name)), false, Availability.CACHED));
    }

    /** A folder in the cache that is no model is listed with 0 bytes; opening it says what is wrong. */
    private static long sizeOnDisk(Path folder) {
        try {
            return ModelFolder.check(folder).bytes();
        } catch (SpeechModelException e) {
            return 0;
        }
    }

    private static SpeechModelException notListed(String name, ModelList.Contents listed) {
        String found = listed.warning()
                .map(warning -> "no model list here has '" + name + "': " + warning)
                .orElse("the model list has no '" + name + "'; give its archive with --from FILE|URL");
        return new SpeechModelException(found + ", or take a name that 'callsift models list' shows");
    }

    private static URI address(String fileOrUrl) {
        try {
            return fileOrUrl.matches("(?i)(https?|file):.*")
                    ? URI.create(fileOrUrl)
                    : parsePath(fileOrUrl).toAbsolutePath().toUri();
        } catch (IllegalArgumentException e) {
            throw new SpeechModelException("'" + fileOrUrl + "' is no file and no address: " + e.getMessage(), e);
        }
    }

    private static Path parsePath(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new SpeechModelException(
                    "'" + text + "' is no path (" + e.getReason() + "); see 'callsift models list'");
        }
    }

    private static boolean isBundled(String name) {
        return BundledModel.NAME.equals(name);
    }

    private static String nameOf(ModelFolder folder) {
        return folder.root().toAbsolutePath().normalize().getFileName().toString();
    }
}
