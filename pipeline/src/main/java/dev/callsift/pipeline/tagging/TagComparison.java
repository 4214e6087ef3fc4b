package dev.callsift.pipeline.tagging;

import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.tagging.TagDifference.Change;
import dev.callsift.pipeline.tagging.TagDifference.Example;
import dev.callsift.pipeline.tagging.TagDifference.OfCode;
import dev.callsift.pipeline.tagging.TagDifference.OfModification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the tags of calls before and after a change, one call at a time; keeps counts and a few examples. For one thread. */
public final class TagComparison {

    private final int mostExamples;
    private final Map<String, Side> gained = new TreeMap<>();
    private final Map<String, Side> lost = new TreeMap<>();
    private final Map<String, Changes> changes = new TreeMap<>();
    private long calls;
    private long same;

    private static final class Side {
        private final List<Example> examples = new ArrayList<>();
        private long count;
    }

    private static final class Changes {
        private final List<Change> examples = new ArrayList<>();
        private long count;
    }

    /** @param mostExamples calls to be shown for each code gained, lost or changed; 0 or more */
    public TagComparison(int mostExamples) {
        if (mostExamples < 0) {
            throw new IllegalArgumentException(mostExamples + " examples are less than none");
        }
        this.mostExamples = mostExamples;
    }

    public void add(RecordingKey key, CallTags before, CallTags after) {
        int differences = count(key, after, before, gained) + count(key, before, after, lost);
        for (String type : types(before, after)) {
            differences += countChange(key, type, before, after);
        }
        calls++;
        same += differences == 0 ? 1 : 0;
    }

    public TagDifference difference() {
        Set<String> codes = new TreeSet<>(gained.keySet());
        codes.addAll(lost.keySet());
        return new TagDifference(
                calls,
                same,
                codes.stream().map(this::ofCode).toList(),
                changes.entrySet().stream()
                        .map(each -> new OfModification(each.getKey(), each.getValue().count, each.getValue().examples))
                        .toList());
    }

    private OfCode ofCode(String code) {
        Side more = gained.getOrDefault(code, new Side());
        Side fewer = lost.getOrDefault(code, new Side());
        return new OfCode(code, more.count, fewer.count, more.examples, fewer.examples);
    }

    /** @return how many codes are in one and not in the other */
    private int count(RecordingKey key, CallTags in, CallTags notIn, Map<String, Side> sides) {
        int differences = 0;
        for (Tag tag : in.tags()) {
            if (!has(notIn, tag.code())) {
                Side side = sides.computeIfAbsent(tag.code(), code -> new Side());
                side.count++;
                if (side.examples.size() < mostExamples) {
                    side.examples.add(new Example(key.value(), key.id(), tag.confidence(), tag.evidence()));
                }
                differences++;
            }
        }
        return differences;
    }

    private static boolean has(CallTags tags, String code) {
        return tags.tags().stream().anyMatch(tag -> tag.code().equals(code));
    }

    /** Those asked for before and after; where only one has the code, that is told as gained or lost. */
    private static Set<String> types(CallTags before, CallTags after) {
        Set<String> types = new TreeSet<>();
        before.modifications().forEach(each -> types.add(each.type()));
        after.modifications().forEach(each -> types.add(each.type()));
        types.removeIf(type -> has(before, type) != has(after, type));
        return types;
    }

    private int countChange(RecordingKey key, String type, CallTags before, CallTags after) {
        List<ModificationRequest> old = requests(before, type);
        List<ModificationRequest> now = requests(after, type);
        if (said(old).equals(said(now))) {
            return 0;
        }
        Changes changed = changes.computeIfAbsent(type, each -> new Changes());
        changed.count++;
        if (changed.examples.size() < mostExamples) {
            changed.examples.add(new Change(key.value(), key.id(), old, now));
        }
        return 1;
    }

    private static List<ModificationRequest> requests(CallTags tags, String type) {
        return tags.modifications().stream()
                .filter(each -> each.type().equals(type))
                .toList();
    }

    /** What a request says to those who act on it; not the words by which it was found. */
    private static List<List<Optional<?>>> said(List<ModificationRequest> requests) {
        return requests.stream()
                .map(each -> List.<Optional<?>>of(
                        normalized(each.from()),
                        normalized(each.to()),
                        Optional.ofNullable(each.orderNumber()),
                        Optional.of(each.answer())))
                .toList();
    }

    private static Optional<String> normalized(ModificationRequest.@Nullable Value value) {
        return value == null ? Optional.empty() : Optional.of(value.normalized());
    }
}
