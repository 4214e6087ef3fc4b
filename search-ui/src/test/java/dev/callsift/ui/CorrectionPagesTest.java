package dev.callsift.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.ledger.RecordingState;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corrected words and peaks over HTTP, through the database to the index and back to the pages. */
final class CorrectionPagesTest {

    private static final String ID = SampleCalls.id(SampleCalls.CANCELLED);
    private static final String CALL = "/calls/" + ID;
    private static final String API = "/api/calls/" + ID;
    private static final String CANCEL_TO_ANNUL = "utterance=5&first=4&last=4&words=Annul.&reviewer=Priya";

    @TempDir
    private Path directory;

    private SampleStores stores;
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        stores = SampleStores.filled(directory);
        server = new TestServer(stores);
    }

    @AfterEach
    void stop() {
        server.close();
        stores.close();
    }

    private String text(String address) {
        return new String(server.get(address).body(), UTF_8);
    }

    private HttpResponse<byte[]> correct(String form) {
        return server.post(CALL + "/corrections", form);
    }

    @Test
    void correctedWordsAreSearchableShownAndMarkedInDownloads() {
        HttpResponse<byte[]> answer = correct(CANCEL_TO_ANNUL);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith(CALL + "?corrected=done#transcript");
        assertThat(text("/?q=annul")).contains("1 call matches");
        assertThat(text(CALL + "?corrected=done"))
                .contains("Searches know of the words now", "corrected by Priya; heard as “cancel”", ">annul</span>");
        assertThat(text(CALL + "/transcript.txt")).contains("annul*", "* corrected by a reviewer");
        assertThat(text(CALL + "/transcript.vtt")).contains("<c.corrected>annul</c>");
        assertThat(text(API + "/transcript"))
                .contains("\"text\":\"annul\"", "\"utterance\":5,\"firstWord\":4,\"lastWord\":4,\"was\":\"cancel\"");
    }

    @Test
    void theCallIsTaggedAgainByTheNextRun() {
        correct(CANCEL_TO_ANNUL);
        assertThat(stores.ledger().findById(ID).orElseThrow().state()).isEqualTo(RecordingState.TRANSCRIBED);
    }

    @Test
    void whatIsTakenBackIsGoneFromSearchAndStaysInTheHistory() {
        correct(CANCEL_TO_ANNUL);
        long made = stores.corrections().of(ID).getFirst().id();
        assertThat(correct("undo=" + made + "&reviewer=Tom").statusCode()).isEqualTo(302);
        assertThat(text("/?q=annul")).doesNotContain("1 call matches");
        assertThat(text(CALL))
                .contains("Taken back by Tom", "<del>cancel</del>")
                .doesNotContain("name=\"undo\"");
        assertThat(text(API + "/transcript")).doesNotContain("corrections");
        assertThat(correct("undo=" + made + "&reviewer=Tom").statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "utterance=5&first=4&last=4&words=annul, 422", // nobody says so
        "utterance=5&first=4&last=4&words=.&reviewer=Priya, 422",
        "utterance=5&first=4&last=4&words=cancel&reviewer=Priya, 422",
        "utterance=500&first=4&last=4&words=annul&reviewer=Priya, 422",
        "utterance=5&first=400&last=400&words=annul&reviewer=Priya, 422",
        "utterance=5&first=4&last=4&was=counsel&words=annul&reviewer=Priya, 409",
        "undo=99&reviewer=Priya, 422",
    })
    void refusesWhatIsNoCorrection(String form, int status) {
        assertThat(correct(form).statusCode()).isEqualTo(status);
        assertThat(stores.corrections().of(ID)).isEmpty();
    }

    @Test
    void peaksAreServedAndKeptByABrowserWhileTheyHold() {
        HttpResponse<byte[]> first = server.get(API + "/peaks");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(new String(first.body(), UTF_8)).contains("\"stepMs\" : 50", "\"AGENT\"", "\"CUSTOMER\"");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get(API + "/peaks", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        server.post(CALL + "/speakers", "swapped=true&reviewer=Priya");
        HttpResponse<byte[]> swapped = server.get(API + "/peaks", "If-None-Match", etag);
        assertThat(swapped.statusCode()).isEqualTo(200);
        assertThat(new String(swapped.body(), UTF_8)).containsSubsequence("CUSTOMER", "AGENT");
    }

    @Test
    void aCallWithoutPeaksHasTheTimesOfItsWordsInstead() {
        String old = SampleCalls.id(SampleCalls.SAVED);
        assertThat(server.get("/api/calls/" + old + "/peaks").statusCode()).isEqualTo(404);
        assertThat(text("/calls/" + old)).contains("<rect").doesNotContain("class=\"wave");
        assertThat(text(CALL))
                .contains("class=\"wave agent\"", "class=\"wave customer\"")
                .doesNotContain("<rect");
    }
}
