package dev.callsift.pipeline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChannelSettingsTest {

    private static final String SIGNING = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static List<String> problems(Map<String, String> settings) {
        return new ChannelsSettings(Map.of("oms", Bound.channel(settings)))
                .problems().stream().map(Object::toString).toList();
    }

    @Test
    void takesWhatIsRight() {
        assertThat(problems(Map.of("type", "webhook", "url", "https://oms.example/hook", "secrets", SIGNING)))
                .isEmpty();
        assertThat(problems(Map.of("type", "file", "folder", "/srv/out", "quiet", "21:00-08:00")))
                .isEmpty();
    }

    @Test
    void tellsAllProblemsTogether() {
        assertThat(problems(Map.of("type", "sms", "to", "0770", "zone", "Mars", "rate-limit", "-1")))
                .hasSize(6)
                .anyMatch(problem -> problem.startsWith("callsift.channels.oms.account is not set"))
                .anyMatch(problem -> problem.startsWith("callsift.channels.oms.to is '0770'"));
    }

    @Test
    void refusesAddressesWithOtherSchemesOrPasswords() {
        for (String url : List.of("ftp://a.example/", "file:///etc/passwd", "https://me:pw@a.example/", "a.example")) {
            assertThat(problems(Map.of("type", "webhook", "url", url, "secrets", SIGNING)))
                    .as(url)
                    .hasSize(1);
        }
    }

    @Test
    void neverShowsASecret(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "hush-hush\n");
        ChannelSettings settings = Bound.channel(Map.of(
                "type", "webhook",
                "url", "https://hooks.example/hush-hush",
                "secrets", "hush-hush",
                "password", "hush-hush",
                "token", "file:" + file));
        assertThat(settings.token()).isNotNull().extracting(Secret::reveal).isEqualTo("hush-hush");
        assertThat(settings.toString()).contains("(secret)").doesNotContain("hush-hush");
        assertThat(new ChannelsSettings(Map.of("oms", settings)).problems().toString())
                .contains("secrets[0]")
                .doesNotContain("hush-hush");
        assertThat(new InboundSettings(List.of(Secret.valueOf("hush-hush")), Duration.ofMinutes(5)))
                .satisfies(inbound ->
                        assertThat(inbound + " " + inbound.problems()).doesNotContain("hush-hush"));
    }

    @Test
    void readsASecretAgainWhenItsFileChanges(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "one");
        Secret secret = Secret.valueOf("file:" + file);
        assertThat(secret.reveal()).isEqualTo("one");
        Files.writeString(file, "two");
        assertThat(secret.reveal()).isEqualTo("two");
        Files.delete(file);
        assertThat(secret.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("cannot be read"));
    }

    @Test
    void knowsWhenQuietHoursEnd() {
        QuietHours night = QuietHours.parse("21:00-08:00", ZoneOffset.UTC).orElseThrow();
        assertThat(night.endAfter(Instant.parse("2026-11-16T20:59:59Z"))).isEmpty();
        assertThat(night.endAfter(Instant.parse("2026-11-16T21:00:00Z")))
                .hasValue(Instant.parse("2026-11-17T08:00:00Z"));
        assertThat(night.endAfter(Instant.parse("2026-11-17T07:59:59Z")))
                .hasValue(Instant.parse("2026-11-17T08:00:00Z"));
        assertThat(night.endAfter(Instant.parse("2026-11-17T08:00:00Z"))).isEmpty();
        QuietHours noon =
                QuietHours.parse("12:00-13:00", ZoneId.of("Europe/Berlin")).orElseThrow();
        assertThat(noon.endAfter(Instant.parse("2026-11-16T11:30:00Z")))
                .hasValue(Instant.parse("2026-11-16T12:00:00Z"));
        assertThat(QuietHours.parse("noon", ZoneOffset.UTC)).isEmpty();
        assertThat(QuietHours.parse("08:00-08:00", ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void prefersOnesOwnTemplates(@TempDir Path folder) throws IOException {
        Notice notice = new Notice("m", "item.created", "item-1", 1, "{\"title\":\"<Hi>\"}", Instant.EPOCH);
        Templates templates = new Templates(folder, ZoneOffset.UTC);
        assertThat(templates.render(Templates.Part.SHORT, Parcel.of(notice))).isEqualTo("<Hi>");
        Files.writeString(folder.resolve("default.short.txt.mustache"), "ours {{subject}}");
        assertThat(templates.render(Templates.Part.SHORT, Parcel.of(notice))).isEqualTo("ours item-1");
        Files.writeString(folder.resolve("item.created.short.txt.mustache"), "made {{data.title}} {{data.none}}");
        assertThat(templates.render(Templates.Part.SHORT, Parcel.of(notice))).isEqualTo("made <Hi>");
        assertThat(templates.render(Templates.Part.HTML, Parcel.of(notice))).contains("&lt;Hi&gt;");
    }
}
