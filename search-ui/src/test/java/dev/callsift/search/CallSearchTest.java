package dev.callsift.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.index.IndexedCall;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import dev.callsift.search.query.QueryProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallSearchTest {

    @TempDir
    Path folder;

    private CallSearch search;

    @BeforeEach
    void open() {
        search = new CallSearch(folder, Duration.ZERO);
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void saysThatThereIsNoIndexYet() {
        SearchResult result = search.search(SearchRequest.of("cancel"));
        assertThat(result.state()).isEqualTo(SearchResult.State.NO_INDEX);
        assertThat(result.hits()).isEmpty();
        assertThat(search.call("nothing")).isEmpty();
    }

    @Test
    void findsEveryFormOfAWord() {
        put("verb", "customer: i want to cancel it");
        put("past", "agent: it is cancelled now");
        put("american", "agent: canceling that for you");
        put("noun", "customer: what about the cancellation");
        put("rare noun", "customer: the cancelation please");
        put("other", "customer: where is my parcel");
        for (String query : List.of("cancel", "Cancelled", "cancelling", "cancellation", "cancelation")) {
            assertThat(keys(query))
                    .as(query)
                    .containsExactlyInAnyOrder("verb", "past", "american", "noun", "rare noun");
        }
    }

    @Test
    void showsWhoSaidItWhenAndTheWordsAroundIt() {
        put("call", """
                agent: good morning how can i help
                customer: well i wanted to say that i would like to cancel my order from last week please if you can
                """);
        Moment moment = only("cancel").moments().getFirst();
        assertThat(moment.speaker()).isEqualTo(Speaker.CUSTOMER);
        // six words of the agent, the gap, then the eleventh word of the customer
        long customer = 5 * Transcripts.STEP_MS + Transcripts.WORD_MS + Transcripts.GAP_MS;
        assertThat(moment.startMs()).isEqualTo(customer + 10 * Transcripts.STEP_MS);
        assertThat(moment.endMs()).isEqualTo(moment.startMs() + Transcripts.WORD_MS);
        assertThat(moment.text())
                .isEqualTo("wanted to say that i would like to cancel my order from last week please if you");
        assertThat(moment.words())
                .filteredOn(Moment.MomentWord::match)
                .extracting(Moment.MomentWord::text)
                .containsExactly("cancel");
        assertThat(moment.cutBefore()).isTrue();
        assertThat(moment.cutAfter()).isTrue();
        assertThat(moment.utterance()).isEqualTo(1);
    }

    @Test
    void findsAllWordsInAnyOrder() {
        put("both", "customer: my parcel is late", "agent: the late parcel");
        put("one", "customer: my parcel");
        assertThat(keys("late parcel")).containsExactly("both");
        assertThat(keys("late OR parcel")).containsExactlyInAnyOrder("both", "one");
        assertThat(keys("parcel -late")).containsExactly("one");
        assertThat(keys("-late")).containsExactly("one");
    }

    @Test
    void findsAPhraseAsSaid() {
        put("said", "customer: please cancel my order");
        put("other order", "customer: my order please cancel");
        put("other form", "customer: you cancelled my order");
        put("across speakers", "customer: please cancel", "agent: my order");
        assertThat(keys("\"cancel my order\"")).containsExactly("said");
        assertThat(only("\"cancel my order\"").moments().getFirst().words())
                .filteredOn(Moment.MomentWord::match)
                .extracting(Moment.MomentWord::text)
                .containsExactly("cancel", "my", "order");
    }

    @Test
    void findsPhrasesOfAnyLengthBySpeakerAndOnlyOfWordsThatAreSure() {
        put("all", "agent: thank you for calling how can i help you");
        put("cut", "agent: thank you for", "agent: calling how can i help you");
        put("torn", "agent: thank you calling for help how can i you");
        put("doubted", "agent: thank you for? calling how can i help you");
        put("by the customer", "customer: thank you for calling how can i help you");
        assertThat(keys("agent:\"thank you\"")).containsExactlyInAnyOrder("all", "cut", "torn", "doubted");
        assertThat(keys("agent:\"thank you for\"")).containsExactlyInAnyOrder("all", "cut");
        assertThat(keys("agent:\"thank you for calling\"")).containsExactlyInAnyOrder("all", "cut");
        assertThat(keys("agent:\"thank you for calling how\"")).containsExactlyInAnyOrder("all", "cut");
        assertThat(keys("agent:\"how can i help you\"")).containsExactlyInAnyOrder("all", "cut", "doubted");
        assertThat(keys("\"thank you for calling\"")).containsExactlyInAnyOrder("all", "cut", "by the customer");
        assertThat(keys("\"thank\" -\"for calling\"")).containsExactlyInAnyOrder("torn", "doubted");
    }

    @Test
    void findsAndShowsABeginningOfVeryManyWordsTheNewestFirst() {
        for (char first = 'a'; first <= 'f'; first++) {
            for (char second = 'a'; second <= 'h'; second++) {
                put("word " + first + second, "customer: the zq" + first + second + " came");
            }
        }
        put(Transcripts.of("newest", at("2026-11-01T10:00:00+01:00"), "customer: a zqaa and a zqbb and a zqab came"));
        SearchResult found = search.search(SearchRequest.of("customer:zq*"));
        assertThat(found.total()).isEqualTo(49);
        assertThat(found.hits().getFirst().call().key()).isEqualTo("newest");
        assertThat(found.hits().getFirst().moments().getFirst().words().stream()
                        .filter(Moment.MomentWord::match)
                        .map(Moment.MomentWord::text))
                .containsExactly("zqaa", "zqbb", "zqab");
    }

    @Test
    void findsWordsByTheirBeginning() {
        put("a", "customer: the courier came");
        put("b", "customer: the course");
        assertThat(keys("couri*")).containsExactly("a");
        assertThat(only("couri*").moments().getFirst().text()).isEqualTo("the courier came");
    }

    @Test
    void asksWhoSaidIt() {
        put("customer", "customer: cancel it", "agent: certainly");
        put("agent", "agent: shall i cancel it", "customer: certainly not");
        assertThat(keys("customer:cancel")).containsExactly("customer");
        assertThat(keys("agent:cancel")).containsExactly("agent");
        assertThat(keys("agent:cancel customer:certainly")).containsExactly("agent");
        assertThat(keys("cancel -agent:cancel")).containsExactly("customer");
    }

    @Test
    void findsAnAbbreviationSpokenInLetters() {
        put("letters", "customer: i paid c o d for it");
        put("word", "customer: i paid cod for it");
        put("fish", "customer: the codfish c d");
        for (String query : List.of("cod", "COD", "c o d")) {
            assertThat(keys(query)).as(query).containsExactlyInAnyOrder("letters", "word");
        }
    }

    @Test
    void leavesOutWhatWasPerhapsMisheardWhereSureCallsFillThePage() {
        put("said", "customer: cancel the order");
        put("said too", "customer: cancel the order please");
        put("sounds alike", "customer: council the order");
        SearchResult full = search.search(new SearchRequest("cancel", 0, 1, SearchRequest.Order.NEWEST, false));
        assertThat(full.possibleLeftOut()).isTrue();
        assertThat(full.possible()).isEmpty();

        SearchResult asked = search.search(new SearchRequest("cancel", 0, 1, SearchRequest.Order.NEWEST, true));
        assertThat(asked.possibleLeftOut()).isFalse();
        assertThat(keys(asked.possible())).containsExactly("sounds alike");

        SearchResult few = search.search(new SearchRequest("cancel", 0, 2, SearchRequest.Order.NEWEST, false));
        assertThat(few.possibleLeftOut()).isFalse();
        assertThat(keys(few.possible())).containsExactly("sounds alike");
    }

    @Test
    void keepsApartWhatWasPerhapsMisheard() {
        put("said", "customer: cancel the order");
        put("sounds alike", "customer: council the order");
        put("doubted", "customer: cancelled? the order");
        put("unrelated", "customer: where is the order");
        SearchResult result = search.search(SearchRequest.of("cancel order"));
        assertThat(keys(result.hits())).containsExactly("said");
        assertThat(keys(result.possible())).containsExactlyInAnyOrder("sounds alike", "doubted");
        assertThat(result.total()).isEqualTo(1);
        assertThat(result.possibleTotal()).isEqualTo(2);
        assertThat(keys(search.search(SearchRequest.of("\"cancel the order\"")).possible()))
                .containsExactlyInAnyOrder("sounds alike", "doubted");
        assertThat(keys(search.search(SearchRequest.of("cance*")).possible())).containsExactly("doubted");
        assertThat(search.search(SearchRequest.of("")).possible()).isEmpty();
    }

    @Test
    void countsAnUnknownSpeakerAsPossiblyTheOneNamed() {
        put("mono", "unknown: cancel it");
        assertThat(keys("cancel")).containsExactly("mono");
        assertThat(keys("customer:cancel")).isEmpty();
        assertThat(keys(search.search(SearchRequest.of("customer:cancel")).possible()))
                .containsExactly("mono");
    }

    @Test
    void choosesTheMomentsWhereMostOfTheQueryMeets() {
        put("call", "agent: order", "agent: order", "agent: order", "customer: cancel that order", "agent: order");
        CallHit hit = only("cancel order");
        assertThat(hit.moments()).extracting(Moment::utterance).containsExactly(0, 1, 3);
        assertThat(hit.matches()).isEqualTo(6);
        assertThat(search.moments(hit.call().id(), "cancel order", 100)).hasSize(5);
        assertThat(search.moments(hit.call().id(), "council", 100))
                .as("possible ones")
                .hasSize(1);
        assertThat(search.moments("nobody", "order", 100)).isEmpty();
    }

    @Test
    void pagesInAStableOrder() {
        for (int i = 0; i < 25; i++) {
            put("call " + i, "customer: the same words");
        }
        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < 30; offset += 10) {
            SearchResult page = search.search(new SearchRequest("same", offset, 10, SearchRequest.Order.NEWEST));
            assertThat(page.total()).isEqualTo(25);
            paged.addAll(keys(page.hits()));
        }
        assertThat(paged).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void putsCallsOfUnknownTimeLast() {
        put(Transcripts.of("unknown", "customer: hello"));
        put(Transcripts.of("old", at("2026-11-01T10:00:00+05:30"), "customer: hello"));
        put(Transcripts.of("new", at("2026-11-01T10:00:00+01:00"), "customer: hello"));
        assertThat(keys(new SearchRequest("hello", 0, 10, SearchRequest.Order.NEWEST)))
                .containsExactly("new", "old", "unknown");
        assertThat(keys(new SearchRequest("hello", 0, 10, SearchRequest.Order.OLDEST)))
                .containsExactly("old", "new", "unknown");
        assertThat(keys("")).as("nothing asked for").containsExactly("new", "old", "unknown");
    }

    @Test
    void seesWhatIsCommittedMeanwhile() {
        put("a", "customer: hello");
        assertThat(keys("hello")).containsExactly("a");
        put("b", "customer: hello");
        assertThat(keys("hello")).containsExactlyInAnyOrder("a", "b");
        CallIndex.rebuild(folder, index -> {});
        assertThat(keys("hello")).isEmpty();
    }

    @Test
    void runsWhatItUnderstoodAndSaysWhatItDidNot() {
        put("a", "customer: hello");
        SearchResult result = search.search(SearchRequest.of("hello \""));
        assertThat(keys(result.hits())).containsExactly("a");
        assertThat(result.problems()).extracting(QueryProblem::start).contains(7);
    }

    private static CallMetadata at(String time) {
        return new CallMetadata(null, OffsetDateTime.parse(time), null, null, Direction.UNKNOWN, null);
    }

    private CallHit only(String query) {
        List<CallHit> hits = search.search(SearchRequest.of(query)).hits();
        assertThat(hits).as(query).hasSize(1);
        return hits.getFirst();
    }

    private List<String> keys(String query) {
        return keys(SearchRequest.of(query));
    }

    private List<String> keys(SearchRequest request) {
        return keys(search.search(request).hits());
    }

    private static List<String> keys(List<CallHit> hits) {
        return hits.stream().map(CallHit::call).map(IndexedCall::key).toList();
    }

    @Test
    void remembersWhatHoldsInTimeAndJudgesNewAndChangedCalls() {
        String late = "agent:sorry then customer:cancel within 30s";
        put("a", "agent: sorry it is late", "customer: cancel it");
        for (int times = 0; times < 4; times++) {
            assertThat(keys(late)).containsExactly("a");
        }
        assertThat(search.remembered()).isPositive();
        put("b", "agent: sorry it is late", "customer: cancel it");
        assertThat(keys(late)).containsExactlyInAnyOrder("a", "b");
        put("a", "customer: cancel it", "agent: sorry");
        assertThat(keys(late)).containsExactly("b");
        assertThat(keys("agent:sorry then customer:cancel within 1s")).isEmpty();
    }

    private void put(String key, String... lines) {
        put(Transcripts.of(key, String.join("\n", lines)));
    }

    private void put(Transcript transcript) {
        try (CallIndex index = CallIndex.open(folder)) {
            index.upsert(transcript, CallTags.none(transcript.id()));
            index.commit();
        }
    }
}
