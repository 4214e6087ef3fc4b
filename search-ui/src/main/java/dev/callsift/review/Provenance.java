package dev.callsift.review;

import java.util.List;

/**
 * With what the figures of a week were made; more than one line when calls of the week were heard or tagged by different
 * versions, and the figures therefore should not be compared lightly.
 */
public record Provenance(List<Line> lines) {

    /** Name and hash of the speech model, and versions of the taxonomy and of the language models. */
    public record Made(String speechModel, String speechModelHash, String taxonomy, String languageModels) {}

    /**
     * @param calls of the week that were made so
     * @param demonstration whether the speech model was trained on synthetic speech, for demonstrations only
     */
    public record Line(Made made, int calls, boolean demonstration) {}

    public Provenance {
        lines = List.copyOf(lines);
    }

    public boolean mixed() {
        return lines.size() > 1;
    }
}
