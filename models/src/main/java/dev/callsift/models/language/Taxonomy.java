package dev.callsift.models.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What callsift listens for: codes with their titles, definitions and rules, read from data and checked as a whole.
 * Immutable and safe for use by several threads.
 */
public final class Taxonomy {

    private final String name;
    private final String hash;
    private final Tokenizer tokenizer;
    private final List<TaxonomyCode> all;

    Taxonomy(String name, String hash, Tokenizer tokenizer, List<TaxonomyCode> all) {
        this.name = name;
        this.hash = hash;
        this.tokenizer = tokenizer;
        this.all = List.copyOf(all);
    }

    /** The taxonomy that comes with callsift, for English. */
    public static Taxonomy english() {
        return load("en", List.of());
    }

    /**
     * The taxonomy of a language, with a deployment's own files laid over it in order.
     *
     * @param language {@code en}
     * @throws TaxonomyException with every problem of every file
     */
    public static Taxonomy load(String language, List<Path> overrides) {
        return new TaxonomyLoader(language).load(overrides);
    }

    /** Language and version, for example {@code en-1}. */
    public String name() {
        return name;
    }

    /** SHA-256 of the text of all its files, lower-case hexadecimal. */
    public String hash() {
        return hash;
    }

    /** Name and the beginning of the hash, for example {@code en-1+0f3c5a7be210}: what a document of tags is marked with. */
    public String version() {
        return name + "+" + hash.substring(0, 12);
    }

    /** The codes people see, in their order. */
    public List<TaxonomyCode> codes() {
        return all.stream().filter(code -> !code.signal()).toList();
    }

    /** The codes and the signals that only help them. */
    public List<TaxonomyCode> codesAndSignals() {
        return all;
    }

    public Optional<TaxonomyCode> find(String code) {
        return codes().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Makes the tokens its rules are written for. */
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    @Override
    public String toString() {
        return version();
    }
}
