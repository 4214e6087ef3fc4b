package dev.callsift.pipeline.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadRecordingsTest {

    private static final int DATA_LENGTH_AT = 40;
    private static final int RATE_AT = 24;
    private static final int CHANNELS_AT = 22;

    @TempDir
    private Path folder;

    @Test
    void anEmptyFileIsEmpty() throws IOException {
        refused(file("empty.wav"), QuarantineReason.EMPTY, "0 bytes");
    }

    @Test
    void textNamedWavIsNoAudio() throws IOException {
        byte[] text = "Dear customer,\nyour recording is attached.\n".getBytes(StandardCharsets.UTF_8);
        refused(file("text.wav", text), QuarantineReason.NOT_AUDIO, text.length + " bytes of text");
    }

    @Test
    void aPlaylistThatNamesAnotherFileIsNotFollowed() throws IOException {
        String other = DemoCalls.cleanest().toAbsolutePath().toString();
        byte[] list = ("#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n" + other + "\n#EXT-X-ENDLIST\n")
                .getBytes(StandardCharsets.UTF_8);
        refused(file("list.mp3", list), QuarantineReason.NOT_AUDIO, "of text");
    }

    @Test
    void rubbishBehindASignatureIsDamage() throws IOException {
        byte[] rubbish = new byte[20_000];
        Arrays.fill(rubbish, (byte) 0x5a);
        System.arraycopy("RIFF....WAVE".getBytes(StandardCharsets.US_ASCII), 0, rubbish, 0, 12);
        refused(file("rubbish.wav", rubbish), QuarantineReason.BROKEN, "");
    }

    @Test
    void anM4aWithoutItsTableIsDamage() throws IOException {
        byte[] whole = Files.readAllBytes(DemoCalls.ofFormat("m4a").file());
        int table = new String(whole, StandardCharsets.ISO_8859_1).indexOf("moov");
        byte[] cut = Arrays.copyOf(whole, table > whole.length / 2 ? whole.length / 2 : table);
        refused(file("cut.m4a", cut), QuarantineReason.BROKEN, "Invalid data");
    }

    @Test
    void aTruncatedMp3GivesWhatIsThere() throws Exception {
        byte[] whole = Files.readAllBytes(DemoCalls.ofFormat("mp3").file());
        AudioSummary all = Segments.of(DemoCalls.ofFormat("mp3").file()).summary();
        AudioSummary half = Segments.of(file("half.mp3", Arrays.copyOf(whole, whole.length / 2)))
                .summary();

        assertThat(half.durationMs()).isCloseTo(all.durationMs() / 2, within(1_000L));
        assertThat(half.speechMs()).isBetween(all.speechMs() / 3, all.speechMs() * 2 / 3);
    }

    @Test
    void anMp3CutInItsFirstFrameIsDamage() throws IOException {
        byte[] whole = Files.readAllBytes(DemoCalls.ofFormat("mp3").file());
        assertThatThrownBy(() -> Segments.of(file("start.mp3", Arrays.copyOf(whole, 150))))
                .isInstanceOfSatisfying(RecordingFaultException.class, fault -> assertThat(fault.reason())
                        .isIn(QuarantineReason.BROKEN, QuarantineReason.TOO_SHORT));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xffff_ffffL, 0x7fff_ffffL, 1_000})
    void aWavWhoseHeaderLiesAboutItsLengthIsDecodedToItsEnd(long claimed) throws Exception {
        Path honest = speech();
        AudioSummary truth = Segments.of(honest).summary();
        AudioSummary lie =
                Segments.of(patched(honest, DATA_LENGTH_AT, (int) claimed)).summary();

        assertThat(lie.durationMs()).isEqualTo(truth.durationMs());
        assertThat(lie.speechMs()).isEqualTo(truth.speechMs());
    }

    @Test
    void aWavThatEndsEarlySaysSo() throws Exception {
        byte[] whole = Files.readAllBytes(speech());
        AudioSummary cut = Segments.of(file("cut.wav", Arrays.copyOf(whole, whole.length / 2)))
                .summary();

        assertThat(cut.warnings()).singleElement().asString().contains("could be decoded");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 2_000_000_000})
    void aWavThatClaimsAnImpossibleRateIsDamage(int rate) throws IOException {
        refused(patched(speech(), RATE_AT, rate), QuarantineReason.BROKEN, "");
    }

    @Test
    void aWavThatClaimsNoChannelsIsDamage() throws IOException {
        refused(patched(speech(), CHANNELS_AT, 0), QuarantineReason.BROKEN, "");
    }

    @Test
    void oneSampleIsTooShort() throws IOException {
        refused(
                Sound.write(
                        folder.resolve("one.wav"), Sound.tone(1_000, -10, 300).samples(1)),
                QuarantineReason.TOO_SHORT,
                "0 ms");
    }

    @Test
    void aHeaderAloneIsTooShort() throws IOException {
        refused(Sound.write(folder.resolve("none.wav"), Sound.silence(0)), QuarantineReason.TOO_SHORT, "");
    }

    @Test
    void eightChannelsNeedARule() throws Exception {
        Sound[] call = Sound.conversation();
        Sound nothing = Sound.silence(call[0].ms());
        Path file = Sound.write(
                folder.resolve("eight.wav"), nothing, nothing, call[1], nothing, nothing, call[0], nothing, nothing);

        refused(file, QuarantineReason.TOO_MANY_CHANNELS, "8 channels");
        Segments heard = Segments.of(new RecordingKey("eight"), file, new ChannelAssignment(5, 2, true));
        assertThat(heard.summary().channels()).isEqualTo(8);
        assertThat(heard.covered(Speaker.AGENT, 1_142, 5_280)).isGreaterThan(3_900);
        assertThat(heard.covered(Speaker.CUSTOMER, 5_717, 11_789)).isGreaterThan(5_700);
    }

    @Test
    void aRuleForAChannelThatIsNotThereIsSaidToBeWrong() throws IOException {
        Path file = Sound.write(folder.resolve("two.wav"), Sound.conversation());
        assertThatThrownBy(() -> Segments.of(new RecordingKey("two"), file, new ChannelAssignment(0, 3, true)))
                .isInstanceOfSatisfying(RecordingFaultException.class, fault -> assertThat(fault.reason())
                        .isEqualTo(QuarantineReason.CHANNEL_MISSING));
    }

    private void refused(Path file, QuarantineReason reason, String detail) {
        assertThatThrownBy(() -> Segments.of(file)).isInstanceOfSatisfying(RecordingFaultException.class, fault -> {
            assertThat(fault.reason()).as(fault.detail()).isEqualTo(reason);
            assertThat(fault.detail()).contains(detail);
        });
    }

    private Path speech() throws IOException {
        return Sound.write(folder.resolve("speech.wav"), Sound.conversation()[0].part(0, 6_000));
    }

    private Path patched(Path original, int at, int value) throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (at == CHANNELS_AT) {
            buffer.putShort(at, (short) value);
        } else {
            buffer.putInt(at, value);
        }
        return file("patched.wav", bytes);
    }

    private Path file(String name, byte... content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
