package dev.callsift.ui.call;

import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.verdict.CallNote;
import dev.callsift.pipeline.verdict.ReviewedTags;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.ui.TagChip;
import dev.callsift.ui.TagChips;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found in a call, by the machine and by reviewers, and what one more reviewer can say.
 *
 * @param reviewer who is known to read, from the cookie; empty for nobody
 * @param tags those the call has, then those that were rejected
 * @param missing codes that the call does not have
 * @param said what became of the verdict just given; empty when none was
 */
record CallReview(
        String reviewer,
        List<TagView> tags,
        List<ChangeView> changes,
        List<TagChip> missing,
        List<NoteView> notes,
        String said) {

    /** @param when on the clock of this machine */
    record NoteView(String note, String reviewer, String when, String machine) {

        static NoteView of(CallNote note) {
            return new NoteView(
                    note.note(),
                    note.reviewer(),
                    VerdictView.when(note.at()),
                    note.at().toString());
        }
    }

    static CallReview of(
            Transcript transcript,
            CallTags machine,
            List<Verdict> verdicts,
            List<CallNote> notes,
            TagChips chips,
            String reviewer,
            String said) {
        CallTags reviewed = ReviewedTags.of(transcript, machine, verdicts);
        Map<String, Verdict> latest = ReviewedTags.latest(verdicts);
        List<TagView> tags = Stream.concat(reviewed.tags().stream(), rejected(machine, latest))
                .map(tag -> TagView.of(tag, chips, Optional.ofNullable(latest.get(tag.code()))))
                .toList();
        return new CallReview(
                reviewer,
                tags,
                reviewed.modifications().stream()
                        .map(request -> ChangeView.of(request, chips))
                        .toList(),
                chips.all().stream().filter(chip -> !has(tags, chip)).toList(),
                notes.stream().map(NoteView::of).toList(),
                said);
    }

    private static Stream<Tag> rejected(CallTags machine, Map<String, Verdict> latest) {
        return machine.tags().stream().filter(tag -> {
            Verdict verdict = latest.get(tag.code());
            return verdict != null && verdict.kind() == Verdict.Kind.REJECTED;
        });
    }

    private static boolean has(List<TagView> tags, TagChip chip) {
        return tags.stream().anyMatch(tag -> tag.chip().code().equals(chip.code()));
    }
}
