package dev.callsift.models.speech;

import java.util.List;
import java.util.Optional;

/** The models that can be asked for by name: the bundled one, those in the cache, and those of the model list. */
public final class Catalogue {

    private final List<CatalogueEntry> entries;
    private final Optional<String> warning;

    Catalogue(List<CatalogueEntry> entries, Optional<String> warning) {
        this.entries = List.copyOf(entries);
        this.warning = warning;
    }

    /** Sorted: what is on this machine first, then by name. */
    public List<CatalogueEntry> entries() {
        return entries;
    }

    /** What is missing above and why, one line, for example that the model list could not be reached. */
    public Optional<String> warning() {
        return warning;
    }
}
