package dev.callsift.pipeline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that a sound server does not give on demand. */
class S3FaultsTest {

    private CannedServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new CannedServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void list() {
        RecordingSettings settings = S3Server.settings("s3://calls", server.endpoint());
        try (RecordingStore store = RecordingStores.open(settings, InstantSource.system());
                var objects = store.list()) {
            assertThat(objects.count()).isZero();
        }
    }

    private static String error(String code) {
        return "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>so it is</Message></Error>";
    }

    @ParameterizedTest
    @CsvSource({
        "503,SlowDown",
        "503,ServiceUnavailable",
        "500,InternalError",
        "429,TooManyRequests",
        "400,RequestTimeout"
    })
    void thatMayPassAreRetried(int status, String code) {
        server.answer(status, "application/xml", error(code));

        assertThatThrownBy(this::list)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(code);
    }

    @ParameterizedTest
    @CsvSource({
        "403,InvalidAccessKeyId,callsift.recording.access-key",
        "403,SignatureDoesNotMatch,callsift.recording.access-key",
        "403,AccessDenied,s3:ListBucket",
        "403,RequestTimeTooSkewed,the clock",
        "400,AuthorizationHeaderMalformed,callsift.recording.region",
        "404,NoSuchBucket,callsift.recording.source",
        "400,InvalidArgument,callsift.recording.source"
    })
    void ofTheConfigurationStopTheRun(int status, String code, String named) {
        server.answer(status, "application/xml", error(code));

        assertThatThrownBy(this::list).isInstanceOf(SettingsException.class).hasMessageContaining(named);
    }

    @Test
    void showAnEndpointThatIsNoS3Server() {
        server.answer(200, "text/html", "<html>console</html>");
        assertThatThrownBy(this::list).isInstanceOfAny(SettingsException.class, StoreUnavailableException.class);
    }

    @Test
    void nameTheEndpointWhereAWebServerAnswers() {
        server.answer(404, "text/html", "<html>not here</html>");
        assertThatThrownBy(this::list)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("callsift.recording.endpoint");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void ofAProxyInBetweenAreRetried(int status) {
        server.answer(status, "text/html", "<html>bad gateway</html>");
        assertThatThrownBy(this::list).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    @Timeout(60)
    void includeAServerThatNeverAnswers() {
        RecordingSettings patient = S3Server.settings("s3://calls", server.endpoint());
        RecordingSettings hasty = new RecordingSettings(
                patient.source(),
                null,
                patient.endpoint(),
                patient.region(),
                patient.accessKey(),
                patient.secretKey(),
                patient.maxSize(),
                patient.extensions(),
                patient.pageSize(),
                null,
                Duration.ofMillis(300));

        assertThatThrownBy(() -> RecordingStores.open(hasty, InstantSource.system()))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void haveAReasonAndAnAdviceForPeople() {
        assertThat(Set.of(LeftOut.Cause.values()))
                .allSatisfy(cause -> assertThat(cause.meaning()).isNotBlank());
    }
}
