package dev.callsift.models.speech;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The makers' list of models, from the network or a mirror, otherwise the copy of the last one that could be read. */
final class ModelList {

    private static final int LONGEST = 8 << 20;

    private final URI location;
    private final ModelCache cache;
    private final HttpRequests http;
    private final Patience patience;

    ModelList(URI location, ModelCache cache, HttpClient client, Patience patience) {
        this.location = location;
        this.cache = cache;
        this.http = new HttpRequests(client, patience);
        this.patience = patience;
    }

    /**
     * @param models what is on the list; empty when there is neither list nor copy
     * @param warning why the list is old, short or missing, and what to do
     */
    record Contents(List<ListedModel> models, Optional<String> warning) {

        Contents {
            models = List.copyOf(models);
        }

        Optional<ListedModel> find(String name) {
            return models.stream().filter(model -> model.name().equals(name)).findFirst();
        }
    }

    /** Never fails: what cannot be read is said in the warning. */
    Contents read() {
        try {
            byte[] json = load();
            Contents contents = ModelListFormat.parse(json, location);
            save(json);
            return contents;
        } catch (IOException | SpeechModelException e) {
            return saved("the model list " + location + " could not be read (" + HttpRequests.reason(e) + ")");
        }
    }

    private Contents saved(String problem) {
        Path copy = cache.savedList();
        try {
            List<ListedModel> models =
                    ModelListFormat.parse(Files.readAllBytes(copy), location).models();
            return new Contents(
                    models, Optional.of(problem + "; this is the copy of " + Files.getLastModifiedTime(copy)));
        } catch (IOException | SpeechModelException e) {
            return new Contents(
                    List.of(), Optional.of(problem + "; a model's archive can be given with --from FILE|URL"));
        }
    }

    private byte[] load() throws IOException {
        if ("file".equals(location.getScheme())) {
            return Files.readAllBytes(Path.of(location));
        }
        HttpResponse<InputStream> response = http.get(location, request -> {});
        try (InputStream body = response.body();
                StallGuard guard = new StallGuard(body, patience.stall())) {
            if (response.statusCode() != 200) {
                throw new IOException("the server answered " + response.statusCode());
            }
            byte[] json = body.readNBytes(LONGEST);
            if (guard.stalled()) {
                throw new IOException("no whole answer for " + patience.stall());
            }
            return json;
        }
    }

    /** Written beside and renamed, as two processes may do it at once. A cache that cannot be written is no reason to fail. */
    private void save(byte[] json) {
        Path copy = cache.savedList();
        try {
            Files.createDirectories(copy.resolveSibling(""));
            Path fresh = Files.createTempFile(copy.resolveSibling(""), ".model-list", ".json");
            Files.write(fresh, json);
            Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // the list itself was read; only the next run without network misses the copy
        }
    }
}
