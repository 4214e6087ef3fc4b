package dev.callsift.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.index.IndexedCall;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import java.nio.file.Path;
import java.time.Duration;
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

    private CallHit only(String query) {
        List<CallHit> hits = search.search(SearchRequest.of(query)).hits();
        assertThat(hits).as(query).hasSize(1);
        return hits.getFirst();
    }

    private List<String> keys(String query) {
        return search.search(SearchRequest.of(query)).hits().stream()
                .map(CallHit::call)
                .map(IndexedCall::key)
                .toList();
    }

    private void put(String key, String lines) {
        Transcript transcript = Transcripts.of(key, lines);
        try (CallIndex index = CallIndex.open(folder)) {
            index.upsert(transcript, new CallTags(1, new RecordingKey(key).id(), "en-1 none", List.of()));
            index.commit();
        }
    }
}
