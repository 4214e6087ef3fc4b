package dev.callsift.pipeline.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.metadata.MetadataSettings.KeyFormat;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.SettingsException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataReaderTest {

    private static final String NAMED = "in-18005550100-911000000141-20261102-104215-1793596335.1037.wav";

    private final MetadataReader reader = new MetadataReader(MetadataSettings.of("Asia/Kolkata"));

    private MetadataReading read(String key) {
        return reader.read(new RecordingKey(key), Map.of(), Optional.empty());
    }

    private MetadataReading readSidecar(String key, String sidecar) {
        return reader.read(new RecordingKey(key), Map.of(), Optional.of(sidecar));
    }

    private static CallMetadata call(
            @Nullable String callId,
            @Nullable String startedAt,
            @Nullable String agent,
            @Nullable String number,
            Direction direction,
            @Nullable String queue) {
        OffsetDateTime time = startedAt == null ? null : OffsetDateTime.parse(startedAt);
        return new CallMetadata(callId, time, agent, number, direction, queue);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = ' ',
            value = {
                // FreePBX
                "2026/11/02/in-18005550100-911000000141-20261102-104215-1793596335.1037.mp3 1793596335.1037 2026-11-02T10:42:15+05:30 - 911000000141 INBOUND -",
                "out-911000000163-203-20261106-100837-1793939917.1296.wav 1793939917.1296 2026-11-06T10:08:37+05:30 203 911000000163 OUTBOUND -",
                "out-911000000163-Unknown-20261106-100837-1793939917.1296.wav 1793939917.1296 2026-11-06T10:08:37+05:30 - 911000000163 OUTBOUND -",
                "q-600-911000000163-20261106-100837-1793939917.1296.wav 1793939917.1296 2026-11-06T10:08:37+05:30 - 911000000163 INBOUND 600",
                "rg-601-anonymous-20261106-100837-1793939917.1296.wav 1793939917.1296 2026-11-06T10:08:37+05:30 - - INBOUND 601",
                "exten-203-+911000000163-20261106-100837-1793939917.1296.wav 1793939917.1296 2026-11-06T10:08:37+05:30 203 +911000000163 INBOUND -",
                "exten-203-204-20261106-100837-1793939917.1296.wav 1793939917.1296 2026-11-06T10:08:37+05:30 204 - INTERNAL -",
                "internal-203-204-20261106-100837-pbx1-1793939917.1296.wav pbx1-1793939917.1296 2026-11-06T10:08:37+05:30 204 - INTERNAL -",
                "force-0821-3201-20250327-092517-1743042317.12206.wav 1743042317.12206 2025-03-27T09:25:17+05:30 - - UNKNOWN -",
                // 3CX
                "3cx/201/[447700900174]_447700900174-201_20261119151842(2051).mp3 2051 2026-11-19T15:18:42+05:30 201 447700900174 INBOUND -",
                "[]_100-0836826436_20190211124709(2).wav 2 2019-02-11T12:47:09+05:30 100 0836826436 OUTBOUND -",
                "[Ana]_100-101_20190211124709(2).wav 2 2019-02-11T12:47:09+05:30 100 - INTERNAL -",
                // RingCentral
                "20261105-201509_(212)555-0143_Incoming_Auto_2243071124051.mp3 2243071124051 2026-11-05T20:15:09+05:30 - (212)555-0143 INBOUND -",
                "20261120-203140_305_(617)555-0119_Outgoing_Auto_2266700931051.mp3 2266700931051 2026-11-20T20:31:40+05:30 305 (617)555-0119 OUTBOUND -",
                "20261120-203140_305_Anonymous_Incoming_OnDemand_22667.mp3 22667 2026-11-20T20:31:40+05:30 305 - INBOUND -",
                // Genesys Cloud
                "org/year=2026/month=11/day=2/hour=9/conversation_id=0f1e-22/77aa.opus 0f1e-22 - - - UNKNOWN -",
                // generic
                "2026-11-09/rohit.sharma/182044-+447700900188-outbound.ogg - 2026-11-09T18:20:44+05:30 rohit.sharma +447700900188 OUTBOUND -",
                "calls/2026/11/09/ana/18-20-44_0711223344_in_c77.ogg c77 2026-11-09T18:20:44+05:30 ana 0711223344 INBOUND -",
                "20261109/ana/182044.wav - 2026-11-09T18:20:44+05:30 ana - UNKNOWN -",
                "2026-11-09/ana/call7.wav - - ana - UNKNOWN -",
                // Asterisk
                "asterisk/1793793712.1182.WAV 1793793712.1182 2026-11-04T17:31:52+05:30 - - UNKNOWN -",
                "pbx-2-1793793712.1182-in.wav pbx-2-1793793712.1182 2026-11-04T17:31:52+05:30 - - UNKNOWN -",
                // none
                "inbox/refund.m4a - - - - UNKNOWN -",
            })
    void readsNames(
            String key,
            @Nullable String callId,
            @Nullable String startedAt,
            @Nullable String agent,
            @Nullable String number,
            Direction direction,
            @Nullable String queue) {
        MetadataReading reading = read(key);

        assertThat(reading.call()).isEqualTo(call(callId, startedAt, agent, number, direction, queue));
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void readsAnAgentsNameWithABlank() {
        assertThat(read("3cx/202/[Vikram Nair]_202-447700900123_20261103141005(1841).mp3")
                        .call())
                .isEqualTo(call(
                        "1841", "2026-11-03T14:10:05+05:30", "Vikram Nair", "447700900123", Direction.OUTBOUND, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in-1-911000000141-20261302-104215-1793596335.1.mp3",
                "in-1-911000000141-20260231-104215-1793596335.1.mp3",
                "in-1-911000000141-20261102-254215-1793596335.1.mp3",
                "in-1-911000000141-00001102-104215-1793596335.1.mp3",
                "[Ana]_201-0711223344_20261102106015(7).wav",
                "2026-11-31/ana/101010-0711223344-in.wav",
                "100000000.7.wav"
            })
    void keepsAnImpossibleTimeUnknownAndSaysSo(String key) {
        MetadataReading reading = read(key);

        assertThat(reading.call().startedAt()).isNull();
        assertThat(reading.warnings())
                .singleElement()
                .asString()
                .startsWith("the start time '")
                .endsWith("in the name cannot be read and counts as unknown");
    }

    @Test
    void takesTwoDigitYearsForNoTime() {
        assertThat(read("021126-104215_0711223344.wav").call()).isEqualTo(CallMetadata.UNKNOWN);
    }

    @Test
    void knowsTheHourThatTheClocksLeaveOutAndTheOneTheyRepeat() {
        MetadataReader berlin = new MetadataReader(MetadataSettings.of("Europe/Berlin"));
        String out = "out-0711223344-203-DATE-023000-1793939917.1.wav";

        assertThat(berlin.read(new RecordingKey(out.replace("DATE", "20260329")), Map.of(), Optional.empty())
                        .call()
                        .startedAt())
                .isNull();
        assertThat(berlin.read(new RecordingKey(out.replace("DATE", "20261025")), Map.of(), Optional.empty())
                        .call()
                        .startedAt())
                .isEqualTo("2026-10-25T02:30:00+02:00");
    }

    @Test
    void takesEachFactFromTheBestSourceThatHasIt() {
        MetadataReading reading = reader.read(
                new RecordingKey(NAMED),
                Map.of("agent", "object agent", "Queue-Name", "returns", "call_id", "o-1"),
                Optional.of("{\"callId\":\"s-1\",\"agent\":{\"id\":\"7\",\"name\":\"Kavita Menon\"}}"));

        assertThat(reading.call())
                .isEqualTo(call(
                        "s-1",
                        "2026-11-02T10:42:15+05:30",
                        "Kavita Menon",
                        "911000000141",
                        Direction.INBOUND,
                        "returns"));
        assertThat(reading.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"startedAt\":\"2026-11-02T10:42:15Z\"}|2026-11-02T10:42:15Z",
                "{\"start_time\":\"2026-11-02T10:42:15.250+0530\"}|2026-11-02T10:42:15.250+05:30",
                "{\"startTime\":\"2026-11-02 10:42:15\"}|2026-11-02T10:42:15+05:30",
                "{\"Start-Time\":1793596335}|2026-11-02T10:42:15+05:30",
                "{\"timestamp\":1793596335000}|2026-11-02T10:42:15+05:30",
                "{\"timestamp\":\"1793596335.75\"}|2026-11-02T10:42:15+05:30",
                "{\"start\":\"20261102104215\"}|2026-11-02T10:42:15+05:30",
            })
    void readsTimesAsPeopleWriteThem(String sidecar, String expected) {
        assertThat(readSidecar("x.wav", sidecar).call().startedAt()).isEqualTo(expected);
    }

    @Test
    void namesTheCustomerByTheDirection() {
        String numbers = "\"from\":{\"phoneNumber\":\"+1\"},\"to\":[{\"phoneNumber\":\"+2\"}]";

        assertThat(readSidecar("x.wav", "{\"direction\":\"Inbound\"," + numbers + "}")
                        .call()
                        .customerNumber())
                .isEqualTo("+1");
        assertThat(readSidecar("x.wav", "{\"direction\":\"out\"," + numbers + "}")
                        .call()
                        .customerNumber())
                .isEqualTo("+2");
        assertThat(readSidecar("x.wav", "{" + numbers + "}").call().customerNumber())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,2]", "\"text\"", "\u0000\u0001", "null", "{\"agent\":\"Ana\""})
    void losesNothingElseToABrokenSidecar(String sidecar) {
        MetadataReading reading = readSidecar(NAMED, sidecar);

        assertThat(reading.call()).isEqualTo(read(NAMED).call());
        assertThat(reading.warnings())
                .singleElement()
                .asString()
                .startsWith("the sidecar cannot be read (")
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void fallsBackToTheNameWhenTheSidecarsTimeIsNone() {
        MetadataReading reading = readSidecar(NAMED, "{\"startedAt\":\"yesterday\\nat ten\"}");

        assertThat(reading.call().startedAt()).isEqualTo("2026-11-02T10:42:15+05:30");
        assertThat(reading.warnings())
                .containsExactly(
                        "the start time 'yesterday at ten' in the sidecar cannot be read and counts as unknown");
    }

    @Test
    void readsASidecarWithAByteOrderMarkAndOddTypes() {
        MetadataReading reading = readSidecar(
                "x.wav",
                "\uFEFF{\"agent\":null,\"queue\":[],\"id\":77,\"direction\":\"sideways\",\"number\":\" +1 \"}");

        assertThat(reading.call()).isEqualTo(call("77", null, null, "+1", Direction.UNKNOWN, null));
        assertThat(reading.warnings())
                .containsExactly("the direction 'sideways' in the sidecar is none that callsift knows");
    }

    @Test
    void readsConventionsOfOnesOwnFirst() {
        MetadataSettings settings = new MetadataSettings(
                "UTC",
                List.of("freepbx"),
                Map.of(
                        "dialler",
                        new KeyFormat(
                                "(?<agent>\\w+)__(?<timestamp>[\\d._-]+)__(?<number>\\d+)",
                                "dd.MM.uuuu_HH-mm-ss",
                                "Europe/Berlin",
                                Direction.OUTBOUND)));

        assertThat(new MetadataReader(settings)
                        .read(new RecordingKey("ana__02.11.2026_10-42-15__0711223344.wav"), Map.of(), Optional.empty())
                        .call())
                .isEqualTo(call(null, "2026-11-02T10:42:15+01:00", "ana", "0711223344", Direction.OUTBOUND, null));
    }

    @Test
    void refusesWrongSettingsAllAtOnce() {
        MetadataSettings settings = new MetadataSettings(
                "Mars/Olympus",
                List.of("freepbx", "freebpx"),
                Map.of(
                        "a", new KeyFormat("(", null, null, null),
                        "b", new KeyFormat("(?<nummer>.*)", "qq{", "Nowhere", null)));

        assertThatThrownBy(() -> new MetadataReader(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("callsift.metadata.zone is 'Mars/Olympus'")
                .hasMessageContaining("callsift.metadata.conventions is 'freebpx'; it must be one of [freepbx, 3cx")
                .hasMessageContaining("callsift.metadata.patterns.a.regex is '('")
                .hasMessageContaining("callsift.metadata.patterns.b.regex is '(?<nummer>.*)'")
                .hasMessageContaining("callsift.metadata.patterns.b.format is 'qq{'")
                .hasMessageContaining("callsift.metadata.patterns.b.zone is 'Nowhere'");
    }

    @Test
    void readsNothingOutOfHostileKeys() {
        for (String key : List.of("../../etc/passwd.wav", "a\nb.wav", "😀.wav", "x".repeat(5_000) + ".wav")) {
            assertThat(read(key).call()).isEqualTo(CallMetadata.UNKNOWN);
        }
    }
}
