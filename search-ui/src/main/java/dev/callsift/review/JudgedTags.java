package dev.callsift.review;

import dev.callsift.pipeline.verdict.Verdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What reviewers' verdicts, all there are, say of each tag. Of several on the same tag of the same call the latest counts. */
final class JudgedTags {

    private record Judged(String callId, String code) {}

    private JudgedTags() {}

    /** By code. */
    static Map<String, Reliability> reliability(List<Verdict> verdicts) {
        Map<String, EnumMap<Verdict.Kind, Integer>> counts = new HashMap<>();
        for (Verdict verdict : latest(verdicts)) {
            counts.computeIfAbsent(verdict.code(), code -> new EnumMap<>(Verdict.Kind.class))
                    .merge(verdict.kind(), 1, Integer::sum);
        }
        Map<String, Reliability> reliability = new HashMap<>();
        counts.forEach((code, count) -> reliability.put(
                code,
                new Reliability(
                        count.getOrDefault(Verdict.Kind.CONFIRMED, 0),
                        count.getOrDefault(Verdict.Kind.REJECTED, 0),
                        count.getOrDefault(Verdict.Kind.ADDED, 0))));
        return reliability;
    }

    /** The calls on whose tag a reviewer's word stands, by code. */
    static Map<String, Set<String>> calls(List<Verdict> verdicts) {
        Map<String, Set<String>> calls = new HashMap<>();
        latest(verdicts).stream()
                .filter(verdict -> verdict.kind() != Verdict.Kind.WITHDRAWN)
                .forEach(verdict -> calls.computeIfAbsent(verdict.code(), code -> new HashSet<>())
                        .add(verdict.callId()));
        return calls;
    }

    private static Collection<Verdict> latest(List<Verdict> verdicts) {
        Map<Judged, Verdict> latest = new HashMap<>();
        verdicts.stream()
                .sorted(Comparator.comparing(Verdict::at))
                .forEach(verdict -> latest.put(new Judged(verdict.callId(), verdict.code()), verdict));
        return latest.values();
    }
}
