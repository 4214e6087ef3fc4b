package dev.callsift.pipeline.recording;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where recordings come from and where callsift keeps its documents. Immutable; nothing is checked before {@link #problems()}
 * is asked, so that a run can show the problems of all stages together.
 *
 * @param source recordings: {@code s3://bucket/prefix} or a folder
 * @param documents transcripts and tags: {@code s3://bucket/prefix} or a folder; callsift's data folder when not set
 * @param endpoint the S3 server, for example {@code http://minio:9000}; needed where a bucket is named
 * @param region the bucket's region; servers other than Amazon's mostly do not care
 * @param accessKey of the S3 user; {@code AWS_ACCESS_KEY_ID} or {@code MINIO_ACCESS_KEY} of the environment when not set
 * @param secretKey of the S3 user; {@code AWS_SECRET_ACCESS_KEY} or {@code MINIO_SECRET_KEY} of the environment when not set
 * @param maxSize recordings larger than this are held back, not fetched
 * @param extensions how names of recordings end, in lower case without the dot
 * @param pageSize objects per request of a listing, 1 to 1000
 * @param settle how long a file must have been left alone before it is taken; by default 2 s for folders, whose files can
 *     be seen half written, and 0 for S3, where objects appear whole
 * @param timeout how long to wait for a connection, and for each next byte, of an S3 server
 */
@ConfigurationProperties(prefix = "callsift.recording", ignoreUnknownFields = false)
public record RecordingSettings(
        @Nullable String source,
        @Nullable String documents,
        @Nullable String endpoint,
        @DefaultValue("us-east-1") String region,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("2GB") DataSize maxSize,

        @DefaultValue({
            "wav", "wave", "gsm", "mp3", "ogg", "oga", "opus", "flac", "m4a", "mp4", "aac", "amr", "3gp", "wma", "webm"
        })
        List<String> extensions,

        @DefaultValue("1000") int pageSize,
        @Nullable Duration settle,
        @DefaultValue("30s") Duration timeout) {

    private static final String PREFIX = "callsift.recording.";

    public RecordingSettings {
        extensions = extensions.stream()
                .map(extension -> extension.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Settings with every default, for a folder or bucket. */
    public static RecordingSettings of(String source) {
        return new RecordingSettings(
                source,
                null,
                null,
                "us-east-1",
                null,
                null,
                DataSize.ofGigabytes(2),
                List.of(
                        "wav", "wave", "gsm", "mp3", "ogg", "oga", "opus", "flac", "m4a", "mp4", "aac", "amr", "3gp",
                        "wma", "webm"),
                1_000,
                null,
                Duration.ofSeconds(30));
    }

    /** Everything that is wrong with these settings by themselves; no store is asked. */
    public List<SettingProblem> problems() {
        List<SettingProblem> problems = new ArrayList<>();
        check(problems, sourceLocation().isPresent(), "source", source, StoreLocation.ALLOWED);
        check(
                problems,
                documents == null || documentsLocation().isPresent(),
                "documents",
                documents,
                StoreLocation.ALLOWED);
        check(
                problems,
                !maxSize.isNegative() && maxSize.toBytes() > 0,
                "max-size",
                maxSize,
                "a size above 0, such as 2GB");
        check(problems, pageSize >= 1 && pageSize <= 1_000, "page-size", pageSize, "a number from 1 to 1000");
        check(problems, !timeout.isNegative() && !timeout.isZero(), "timeout", timeout, "a time above 0, such as 30s");
        check(problems, settle == null || !settle.isNegative(), "settle", settle, "a time of 0 or more, such as 2s");
        check(
                problems,
                !extensions.isEmpty() && extensions.stream().allMatch(e -> e.matches("[a-z0-9]+")),
                "extensions",
                extensions,
                "one or more endings of letters and digits without a dot, such as wav, mp3");
        if (usesS3()) {
            bucketProblems(problems);
        }
        return List.copyOf(problems);
    }

    private void bucketProblems(List<SettingProblem> problems) {
        check(
                problems,
                endpoint != null && isServer(endpoint),
                "endpoint",
                endpoint,
                "the address of the S3 server, such as http://minio:9000 or https://s3.eu-central-1.amazonaws.com, "
                        + "without a path");
        check(problems, !region.isBlank(), "region", region, "a region such as us-east-1");
        Credentials credentials = Credentials.of(this, System::getenv);
        check(
                problems,
                credentials.accessKey() != null,
                "access-key",
                null,
                "set, here or as AWS_ACCESS_KEY_ID or MINIO_ACCESS_KEY in the environment");
        check(
                problems,
                credentials.secretKey() != null,
                "secret-key",
                null,
                "set, here or as AWS_SECRET_ACCESS_KEY or MINIO_SECRET_KEY in the environment");
    }

    private static void check(
            List<SettingProblem> problems, boolean right, String key, @Nullable Object value, String allowed) {
        if (!right) {
            problems.add(new SettingProblem(PREFIX + key, value, allowed));
        }
    }

    private static boolean isServer(String address) {
        try {
            URI uri = new URI(address);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPath().matches("/?");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean usesS3() {
        return sourceLocation().filter(StoreLocation.Bucket.class::isInstance).isPresent()
                || documentsLocation()
                        .filter(StoreLocation.Bucket.class::isInstance)
                        .isPresent();
    }

    Optional<StoreLocation> sourceLocation() {
        return Optional.ofNullable(source).flatMap(StoreLocation::parse);
    }

    Optional<StoreLocation> documentsLocation() {
        return Optional.ofNullable(documents).flatMap(StoreLocation::parse);
    }

    /** Without the keys: settings end up in logs. */
    @Override
    public String toString() {
        return "recordings from " + source + ", documents to " + documents + ", endpoint " + endpoint + ", region "
                + region
                + ", at most " + maxSize + ", endings " + extensions + ", pages of " + pageSize + ", settle " + settle
                + ", timeout " + timeout;
    }
}
