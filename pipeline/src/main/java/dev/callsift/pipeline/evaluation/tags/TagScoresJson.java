package dev.callsift.pipeline.evaluation.tags;

import dev.callsift.pipeline.evaluation.tags.TagScores.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Scores for machines, by {@code docs/evaluation.md}. Figures of which nothing can be said are left out. */
public final class TagScoresJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TagScoresJson() {}

    /** Ends with a line break. */
    public static String of(TagScores scores, boolean showMistakes) {
        return JSON.writeValueAsString(fields(scores, showMistakes)) + "\n";
    }

    /** The same calls read and recognized; ends with a line break. */
    public static String of(TagScores written, TagScores recognized, String speechModel, boolean showMistakes) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("speechModel", speechModel);
        json.put("written", fields(written, showMistakes));
        json.put("recognized", fields(recognized, showMistakes));
        return JSON.writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> fields(TagScores scores, boolean showMistakes) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("taxonomy", scores.taxonomy());
        json.put("models", scores.models());
        json.put("cases", scores.cases());
        json.put("codes", codes(scores));
        json.put("micro", counts(scores.micro()));
        json.put("macro", scores.macro());
        put(json, "outcomes", scores.outcomes(), "right", "accuracy");
        put(json, "changes", scores.allChanges(), "right", "accuracy");
        json.put("changeTypes", changeTypes(scores));
        put(json, "withoutLabel", scores.falselyTagged(), "tagged", "rate");
        json.put("unknownLabels", scores.unknown());
        if (showMistakes) {
            json.put(
                    "errors",
                    scores.mistakes().stream().map(TagScoresJson::mistake).toList());
        }
        return json;
    }

    private static List<Object> codes(TagScores scores) {
        List<Object> codes = new ArrayList<>();
        scores.codes().forEach((code, counts) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("code", code);
            row.putAll(counts(counts));
            codes.add(row);
        });
        return codes;
    }

    private static Map<String, Object> counts(TagCounts counts) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("precision", counts.precision());
        row.put("recall", counts.recall());
        row.put("f1", counts.f1());
        row.put("found", counts.found());
        row.put("wrong", counts.wrong());
        row.put("missed", counts.missed());
        return row;
    }

    private static List<Object> changeTypes(TagScores scores) {
        List<Object> types = new ArrayList<>();
        scores.changes().forEach((type, share) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("type", type);
            row.putAll(share(share, "right", "accuracy"));
            types.add(row);
        });
        return types;
    }

    private static void put(Map<String, Object> json, String name, Share share, String count, String value) {
        if (share.of() > 0) {
            json.put(name, share(share, count, value));
        }
    }

    private static Map<String, Object> share(Share share, String count, String value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(value, share.value());
        row.put(count, share.count());
        row.put("of", share.of());
        return row;
    }

    private static Map<String, Object> mistake(TagScores.Mistake mistake) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", mistake.kind().name().toLowerCase(Locale.ROOT));
        row.put("id", mistake.id());
        row.put("what", mistake.what());
        row.put("evidence", mistake.evidence());
        row.put("text", mistake.text());
        return row;
    }
}
