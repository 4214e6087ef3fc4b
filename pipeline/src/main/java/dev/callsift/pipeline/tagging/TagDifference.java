package dev.callsift.pipeline.tagging;

import dev.callsift.pipeline.transcript.Confidence;
import java.util.List;

/**
 * What tagging anew changes over many calls.
 *
 * @param calls how many were compared
 * @param same of which have the same codes and the same requests
 * @param codes those that calls gain or lose, by code
 * @param modifications requests that stay but say something else, by type
 */
public record TagDifference(long calls, long same, List<OfCode> codes, List<OfModification> modifications) {

    public TagDifference {
        codes = List.copyOf(codes);
        modifications = List.copyOf(modifications);
    }

    /**
     * @param gained how many calls get the code
     * @param lost how many no longer have it
     * @param gainedBy the first of those that get it, with the new evidence
     * @param lostBy the first of those that no longer have it, with the old evidence
     */
    public record OfCode(String code, long gained, long lost, List<Example> gainedBy, List<Example> lostBy) {

        public OfCode {
            gainedBy = List.copyOf(gainedBy);
            lostBy = List.copyOf(lostBy);
        }
    }

    /**
     * @param key of the recording
     * @param id of the call
     * @param evidence in the order of time
     */
    public record Example(String key, String id, Confidence confidence, List<Evidence> evidence) {

        public Example {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * @param type for example {@code modify.size}
     * @param changed how many calls ask for something else, or with another order number or answer
     */
    public record OfModification(String type, long changed, List<Change> examples) {

        public OfModification {
            examples = List.copyOf(examples);
        }
    }

    /** One call's requests of a type; {@code before} is empty where the stored tags held none. */
    public record Change(String key, String id, List<ModificationRequest> before, List<ModificationRequest> after) {

        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
