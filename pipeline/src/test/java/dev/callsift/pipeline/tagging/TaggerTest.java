package dev.callsift.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaggerTest {

    private static final Tagger TAGGER = Tagger.of(Taxonomy.english());

    @Test
    void everyRuleHoldsToItsExamples() {
        assertThat(ExampleCheck.run(TAGGER.taxonomy())).isEmpty();
    }

    @Test
    void showsWordsTimesAndRule() {
        CallTags tags = tag("agent: good morning", "customer: hello i want to cancel my order");

        assertThat(tags.taxonomy()).isEqualTo(TAGGER.taxonomy().version());
        assertThat(tags.models()).matches("[0-9a-f]{12}(\\+.+)?");
        assertThat(tags.tags()).singleElement().satisfies(tag -> {
            assertThat(tag.code()).isEqualTo("cancel.requested");
            assertThat(tag.evidence())
                    .contains(new Evidence(
                            1,
                            2,
                            4,
                            3_200,
                            4_100,
                            "want to cancel",
                            "rule:cancel.requested/wants-to",
                            new Confidence(0.95)))
                    .anySatisfy(evidence -> {
                        assertThat(evidence.source()).isEqualTo("model:cancel.requested");
                        assertThat(evidence.confidence().value()).isGreaterThan(0.5);
                    });
        });
    }

    @Test
    void aReasonNeedsACancellation() {
        assertThat(codes("customer: i found it cheaper somewhere else")).isEmpty();
        assertThat(codes("customer: i found it cheaper somewhere else", "customer: please cancel it"))
                .containsExactly("cancel.requested", "reason.price");
        assertThat(codes("customer: it is too expensive i am thinking of cancelling"))
                .containsExactly("reason.price");
    }

    @Test
    void keptInTheEndIsSaved() {
        assertThat(codes(
                        "customer: i want to cancel my order",
                        "agent: i can give you ten percent off would you still like to cancel",
                        "customer: no okay then i will keep it"))
                .containsExactly("cancel.requested", "cancel.saved");
        assertThat(codes("customer: i will keep it")).isEmpty();
    }

    @Test
    void theLaterOfSavedAndConfirmedHolds() {
        assertThat(codes(
                        "customer: please cancel my order",
                        "customer: okay i will keep it",
                        "customer: no cancel it",
                        "agent: your order is now cancelled"))
                .contains("cancel.confirmed")
                .doesNotContain("cancel.saved");
    }

    @Test
    void aSentenceCutByAPauseIsReadAsOne() {
        Transcript cut = transcript(
                utterance(Speaker.CUSTOMER, 0, 1, "i want to"),
                utterance(Speaker.AGENT, 1_000, 1, "okay"),
                utterance(Speaker.CUSTOMER, 1_800, 1, "cancel my order"));
        Transcript apart = transcript(
                utterance(Speaker.CUSTOMER, 0, 1, "i want to"),
                utterance(Speaker.CUSTOMER, 9_000, 1, "find my parcel"));

        assertThat(TAGGER.tag(cut).tags()).singleElement().satisfies(tag -> assertThat(tag.evidence())
                .filteredOn(evidence -> evidence.source().startsWith("rule:"))
                .extracting(Evidence::utterance, Evidence::words)
                .containsExactly(tuple(0, "want to"), tuple(2, "cancel")));
        assertThat(TAGGER.tag(apart).tags()).extracting(Tag::code).doesNotContain("cancel.requested");
    }

    @Test
    void doubtfulWordsAndUnknownSpeakersLessenConfidence() {
        double sure = confidence(utterance(Speaker.CUSTOMER, 0, 1, "i want to cancel"));
        double doubtful = confidence(utterance(Speaker.CUSTOMER, 0, 0.4, "i want to cancel"));
        double unknown = confidence(utterance(Speaker.UNKNOWN, 0, 1, "i want to cancel"));

        assertThat(sure).isGreaterThan(doubtful).isGreaterThan(unknown);
    }

    @Test
    void theAgentsWordsAreNotTheCustomersWish() {
        assertThat(codes("agent: i want to cancel my order")).isEmpty();
    }

    @Test
    void aCallWithoutWordsHasNoTags() {
        assertThat(TAGGER.tag(transcript()).tags()).isEmpty();
    }

    @Test
    void findsWhatNoRuleSays() {
        assertThat(codes("customer: you can scrap that order of mine i am not going ahead with it"))
                .contains("cancel.requested");
    }

    @Test
    void saysWhatChangesToWhat() {
        CallTags tags = tag(
                "customer: can you change the size from medium to large no sorry extra large",
                "agent: i have changed it for you");

        assertThat(tags.modifications()).singleElement().satisfies(request -> {
            assertThat(request.type()).isEqualTo("modify.size");
            assertThat(request.from()).isEqualTo(new ModificationRequest.Value("medium", "m"));
            assertThat(request.to()).isEqualTo(new ModificationRequest.Value("extra large", "xl"));
            assertThat(request.answer()).isEqualTo(AgentAnswer.DONE);
        });
    }

    @Test
    void aValueIsTakenAsItIsSaidMostFully() {
        CallTags tags = tag(
                "customer: can you change the size from an eight to a uk nine please",
                "agent: so a nine then i have changed it for you");

        assertThat(tags.modifications()).singleElement().satisfies(request -> {
            assertThat(request.from()).isEqualTo(new ModificationRequest.Value("eight", "8"));
            assertThat(request.to()).isEqualTo(new ModificationRequest.Value("uk nine", "uk 9"));
        });
    }

    @Test
    void aDayAndATimeThatAreSaidApartAreOneValue() {
        CallTags tags = tag(
                "customer: i am out on thursday can you deliver it on saturday instead",
                "agent: that is fine and what time on the day",
                "customer: between six and eight please",
                "agent: i have changed it for you");

        assertThat(tags.modifications()).singleElement().satisfies(request -> {
            assertThat(request.type()).isEqualTo("modify.schedule");
            assertThat(request.to())
                    .isEqualTo(new ModificationRequest.Value("saturday six and eight", "saturday 18:00/20:00"));
        });
    }

    @Test
    void whatWasThereBeforeIsNoPartOfWhatItIsToBe() {
        CallTags tags = tag(
                "customer: it is coming on friday morning can you bring it on saturday evening instead",
                "agent: i have changed it to saturday evening for you");

        assertThat(tags.modifications()).singleElement().satisfies(request -> assertThat(request.to())
                .extracting(ModificationRequest.Value::words)
                .isEqualTo("saturday evening"));
    }

    @Test
    void theAnswerIsTheOneToThatRequest() {
        CallTags tags = tag(
                "customer: can you change the size from medium to large",
                "agent: i am sorry we cannot change the size any more",
                "customer: okay then please change the delivery address to my office in mill lane",
                "agent: yes that is done i have updated the address for you");

        assertThat(tags.modifications())
                .extracting(ModificationRequest::type, ModificationRequest::answer)
                .containsExactlyInAnyOrder(
                        tuple("modify.size", AgentAnswer.REFUSED), tuple("modify.address", AgentAnswer.DONE));
    }

    private static double confidence(Utterance utterance) {
        return TAGGER.tag(transcript(utterance)).tags().getFirst().confidence().value();
    }

    private static List<String> codes(String... turns) {
        return tag(turns).tags().stream().map(Tag::code).toList();
    }

    private static CallTags tag(String... turns) {
        return TAGGER.tag(PlainTurns.transcript("call", PlainTurns.parse(String.join("\n", turns), Speaker.CUSTOMER)));
    }

    private static Transcript transcript(Utterance... utterances) {
        Transcript empty = PlainTurns.transcript("call", List.of());
        return new Transcript(
                empty.schemaVersion(),
                empty.id(),
                empty.recording(),
                empty.call(),
                empty.audio(),
                empty.speechModel(),
                List.of(utterances));
    }

    private static Utterance utterance(Speaker speaker, long startMs, double confidence, String text) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            long start = startMs + 200L * words.size();
            words.add(new Word(word, start, start + 200, new Confidence(confidence)));
        }
        return new Utterance(speaker, words);
    }
}
