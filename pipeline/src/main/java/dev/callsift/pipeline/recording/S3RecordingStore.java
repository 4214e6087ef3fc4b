package dev.callsift.pipeline.recording;

import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.Http;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Recordings in a bucket. Each body is asked for by the ETag that was listed, so that no other version can come instead. */
final class S3RecordingStore implements RecordingStore {

    private final S3Bucket bucket;
    private final RecordingSettings settings;
    private final Settling settling;
    private final AtomicLong bodiesRead = new AtomicLong();

    S3RecordingStore(S3Bucket bucket, RecordingSettings settings, Settling settling) {
        this.bucket = bucket;
        this.settings = settings;
        this.settling = settling;
    }

    @Override
    public Stream<RecordingObject> list(Consumer<LeftOut> leftOut) {
        Stream<RecordingObject> objects = bucket.list(bucket.prefix())
                .filter(item -> !item.isDir() && !item.objectName().endsWith("/"))
                .map(S3RecordingStore::recording);
        return new Listing(settings, settling, leftOut).keepRecordings(objects);
    }

    @Override
    public List<RecordingObject> find(Collection<RecordingKey> keys) {
        Stream<RecordingObject> there = keys.stream().distinct().flatMap(key -> find(key).stream());
        return new Listing(settings, settling, leftOut -> {})
                .keepRecordings(there)
                .toList();
    }

    private Optional<RecordingObject> find(RecordingKey key) {
        StatObjectArgs object = StatObjectArgs.builder()
                .bucket(bucket.name())
                .object(key.value())
                .build();
        try {
            StatObjectResponse found = S3Bucket.answer(() -> bucket.client().statObject(object));
            return Optional.of(new RecordingObject(
                    key,
                    found.etag().replace("\"", ""),
                    found.size(),
                    found.lastModified().toInstant()));
        } catch (MinioException e) {
            if (S3Faults.isAbsence(e)) {
                return Optional.empty();
            }
            throw bucket.faults().ofBucket(e);
        }
    }

    @Override
    public AutoCloseable changes(Consumer<RecordingKey> changed) {
        return S3Changes.listen(bucket, changed);
    }

    private static RecordingObject recording(Item item) {
        return new RecordingObject(
                new RecordingKey(item.objectName()),
                item.etag().replace("\"", ""),
                item.size(),
                item.lastModified().toInstant());
    }

    @Override
    public String fetch(RecordingObject recording, Path target) {
        SizeLimit.check(recording, settings.maxSize());
        S3Keys.check(recording.key());
        bodiesRead.incrementAndGet();
        try (GetObjectResponse body = get(recording)) {
            return Copying.copy(body, target, copied -> {
                if (copied.bytes() != recording.size()) {
                    throw new IOException(
                            "the body ended after " + copied.bytes() + " of " + recording.size() + " bytes");
                }
            });
        } catch (MinioException e) {
            throw bucket.faults().ofObject(recording, e);
        } catch (IOException e) {
            throw bucket.faults().away(e, recording.key() + ": " + Faults.text(e));
        }
    }

    private GetObjectResponse get(RecordingObject recording) throws MinioException {
        GetObjectArgs version = GetObjectArgs.builder()
                .bucket(bucket.name())
                .object(recording.key().value())
                .matchETag(quoted(recording.etag()))
                .build();
        return S3Bucket.answer(() -> bucket.client().getObject(version));
    }

    @Override
    public Map<String, String> userMetadata(RecordingObject recording) {
        S3Keys.check(recording.key());
        try {
            StatObjectArgs version = StatObjectArgs.builder()
                    .bucket(bucket.name())
                    .object(recording.key().value())
                    .matchETag(quoted(recording.etag()))
                    .build();
            return flat(
                    S3Bucket.answer(() -> bucket.client().statObject(version)).userMetadata());
        } catch (MinioException e) {
            throw bucket.faults().ofObject(recording, e);
        }
    }

    private static Map<String, String> flat(Http.Headers headers) {
        Map<String, String> metadata = new HashMap<>();
        for (Map.Entry<String, String> header : headers) {
            metadata.merge(header.getKey().toLowerCase(Locale.ROOT), header.getValue(), (a, b) -> a + "," + b);
        }
        return Map.copyOf(metadata);
    }

    /** An ETag in a condition is a quoted string (RFC 9110, section 8.8.3); some servers insist. */
    private static String quoted(String etag) {
        return '"' + etag + '"';
    }

    @Override
    public Optional<String> sidecar(RecordingObject recording) {
        S3Keys.check(recording.key());
        List<RecordingKey> candidates = Sidecars.of(recording.key()).toList();
        return candidates.stream().flatMap(key -> text(key).stream()).findFirst();
    }

    private Optional<String> text(RecordingKey key) {
        return bucket.read(key.value(), Sidecars.MAX_BYTES).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public long bodiesRead() {
        return bodiesRead.get();
    }

    @Override
    public String location() {
        return bucket.description();
    }

    @Override
    public void close() {
        bucket.close();
    }
}
