package dev.callsift.pipeline.index;

import dev.callsift.models.language.TaxonomyCode;

/**
 * The names of a call's fields other than {@link SpokenField}s. Facets are keyword fields: they filter exactly and carry doc
 * values for counting. A change here, or in what a field holds, is a new {@link #FORMAT}.
 */
public final class CallFields {

    /** The version of the index's layout. An index of another one is refused, and rebuilt by {@code callsift reindex}. */
    public static final int FORMAT = 5;

    /** Words below this confidence are found as possible hits only. */
    public static final double DOUBTFUL_BELOW = 0.5;

    /** What stands in a facet that is not known, for example the week of a call without a start time. */
    public static final String UNKNOWN = "unknown";

    /** The call's id: keyword, sortable; the key of an upsert. */
    public static final String ID = "id";

    /** Epoch milliseconds, a point with doc values; absent when the start is unknown. */
    public static final String STARTED = "started";

    /** Milliseconds, a point with doc values. */
    public static final String DURATION = "duration";

    /** Mean confidence of the call's words, float doc values. */
    public static final String CONFIDENCE = "confidence";

    /** ISO week in the call's own time zone, for example {@code 2026-W46}. */
    public static final String WEEK = "week";

    /** The local day, for example {@code 2026-11-09}. */
    public static final String DAY = "day";

    /** The hour of the local day in which it began, {@code 00} to {@code 23}. */
    public static final String HOUR = "hour";

    public static final String AGENT = "agent";
    public static final String DIRECTION = "direction";
    public static final String QUEUE = "queue";
    public static final String LANGUAGE = "language";

    /** What was ordered, each product in the shop's words, of the order that the call is about; {@link #UNKNOWN} without one. */
    public static final String PRODUCT = "product";

    /** Who brings that order. */
    public static final String COURIER = "courier";

    /** The number of that order: letters and digits, in capitals. */
    public static final String ORDER = "order";

    /** The customer's number, as spelled and as digits only. */
    public static final String NUMBER = "number";

    /** The digits of the customer's number from the last to the first, so that numbers are found by how they end. */
    public static final String NUMBER_REVERSED = "number_reversed";

    /** Every code of the taxonomy on the call, for example {@code reason.price}. */
    public static final String TAG = "tag";

    /** Codes below {@code cancel.}, without that prefix, or {@code none}. */
    public static final String OUTCOME = "outcome";

    /** Name and hash of the speech model, name and version of the taxonomy. */
    public static final String MODEL = "model";

    public static final String MODEL_HASH = "model_hash";
    public static final String TAXONOMY = "taxonomy";

    /** The version of the language models that tagged it. */
    public static final String MODELS = "models";

    /** Binary doc values: the call's {@link Findings}. */
    public static final String FINDINGS = "findings";

    /** Binary doc values: the positions and times of the call's utterances, the smaller part of its {@link PositionMap}. */
    public static final String TURNS = "turns";

    /** Binary doc values: the times of its words, and how sure the recognizer is of each. */
    public static final String WORD_TIMES = "word_times";

    private CallFields() {}

    /**
     * The facet of a family of codes: {@code reason}, {@code modify}, {@code topic}, or whatever stands before the first dot
     * of a deployment's own codes. Its values are the codes without the family.
     */
    public static String family(String code) {
        String family = TaxonomyCode.family(code);
        return switch (family) {
            case "cancel" -> OUTCOME;
            case "" -> TAG;
            case "reason", "modify", "topic" -> family;
            default -> "tag_" + family;
        };
    }
}
