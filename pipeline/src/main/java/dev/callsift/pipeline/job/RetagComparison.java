package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.TagComparison;
import dev.callsift.pipeline.tagging.TagDifference;
import dev.callsift.pipeline.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out which stored tags differ from those of today, and how. Reads only. For one thread. */
final class RetagComparison {

    private final StoredCalls calls;
    private final CallTagging tagging;
    private final TagComparison tags;
    private final Set<Long> toReplace = new HashSet<>();
    private final List<String> remade = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    RetagComparison(StoredCalls calls, CallTagging tagging, int mostExamples) {
        this.calls = calls;
        this.tagging = tagging;
        this.tags = new TagComparison(mostExamples);
    }

    void add(LedgerEntry entry) {
        try {
            compare(entry, calls.transcript(entry.recording()));
        } catch (RecordingFaultException e) {
            unreadable.add(e.getMessage());
        }
    }

    private void compare(LedgerEntry entry, Transcript transcript) {
        CallTags after = tagging.tags(entry.key(), transcript);
        Optional<CallTags> before = stored(entry);
        before.ifPresent(known -> tags.add(entry.key(), known, after));
        if (entry.state() == RecordingState.TAGGED || !before.equals(Optional.of(after))) {
            toReplace.add(entry.sequence());
        }
    }

    /** Tags that cannot be read lose nothing: they are made again from the transcript. */
    private Optional<CallTags> stored(LedgerEntry entry) {
        try {
            return Optional.of(calls.tags(entry.recording()));
        } catch (RecordingFaultException e) {
            remade.add(e.getMessage());
            return Optional.empty();
        }
    }

    /** How many calls differ in any way, or are not in the index yet. */
    long toReplace() {
        return toReplace.size();
    }

    boolean isToReplace(LedgerEntry entry) {
        return toReplace.contains(entry.sequence());
    }

    TagDifference difference() {
        return tags.difference();
    }

    List<String> remade() {
        return remade;
    }

    List<String> unreadable() {
        return unreadable;
    }
}
