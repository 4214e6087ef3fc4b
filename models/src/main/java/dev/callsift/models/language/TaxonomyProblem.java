package dev.callsift.models.language;

/** One thing wrong with a taxonomy, and where. */
public record TaxonomyProblem(SourceLine where, String message) {

    @Override
    public String toString() {
        return where + ": " + message;
    }
}
