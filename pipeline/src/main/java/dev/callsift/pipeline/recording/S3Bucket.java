package dev.callsift.pipeline.recording;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** A bucket on an S3 server, and the client that speaks to it. Safe for use by several threads. */
final class S3Bucket implements AutoCloseable {

    private final MinioClient client;
    private final StoreLocation.Bucket location;
    private final int pageSize;
    private final S3Faults faults;

    private S3Bucket(MinioClient client, StoreLocation.Bucket location, int pageSize, S3Faults faults) {
        this.client = client;
        this.location = location;
        this.pageSize = pageSize;
        this.faults = faults;
    }

    /**
     * Connects and checks that the bucket is there.
     *
     * @param setting the full name of the setting that named the bucket, for messages
     */
    static S3Bucket open(RecordingSettings settings, StoreLocation.Bucket location, String setting) {
        String endpoint = Objects.requireNonNull(settings.endpoint(), "problems() asks for the endpoint");
        S3Faults faults = new S3Faults(setting, location, endpoint);
        S3Bucket bucket = new S3Bucket(client(settings, endpoint), location, settings.pageSize(), faults);
        try {
            bucket.requireExistence();
            return bucket;
        } catch (RuntimeException e) {
            bucket.close();
            throw e;
        }
    }

    private static MinioClient client(RecordingSettings settings, String endpoint) {
        Credentials credentials = Credentials.of(settings, System::getenv);
        return MinioClient.builder()
                .endpoint(endpoint)
                .region(settings.region())
                .credentials(credentials.accessKey(), credentials.secretKey())
                .httpClient(http(settings.timeout()), true)
                .build();
    }

    /** Loads the trusted certificates, which takes a while, once. */
    private static final class Shared {
        static final OkHttpClient HTTP = Http.newDefaultClient();
    }

    private static OkHttpClient http(Duration timeout) {
        OkHttpClient.Builder http = Shared.HTTP
                .newBuilder()
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool())
                .connectTimeout(timeout)
                .writeTimeout(timeout)
                .readTimeout(timeout);
        // The job retries, with its own backoff, and counts; a second, hidden layer of retries would multiply the
        // waiting.
        http.interceptors().clear();
        return http.build();
    }

    private void requireExistence() {
        boolean exists = ask(() -> client.bucketExists(
                BucketExistsArgs.builder().bucket(location.name()).build()));
        if (!exists) {
            throw faults.noBucket(null);
        }
    }

    MinioClient client() {
        return client;
    }

    String name() {
        return location.name();
    }

    String prefix() {
        return location.prefix();
    }

    String description() {
        return location + " at " + faults.endpoint();
    }

    S3Faults faults() {
        return faults;
    }

    /** All objects below a prefix in the order of their keys; the client asks for the next page when it is needed. */
    Stream<Item> list(String prefix) {
        Iterator<Result<Item>> results = client.listObjects(ListObjectsArgs.builder()
                        .bucket(location.name())
                        .prefix(prefix)
                        .recursive(true)
                        .useUrlEncodingType(true)
                        .maxKeys(pageSize)
                        .build())
                .iterator();
        Iterator<Item> items = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return ask(results::hasNext);
            }

            @Override
            public Item next() {
                return ask(() -> results.next().get());
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED), false);
    }

    /** The first bytes of a small object, when there is one under this key. */
    Optional<byte[]> read(String key, int limit) {
        GetObjectArgs object =
                GetObjectArgs.builder().bucket(location.name()).object(key).build();
        try (GetObjectResponse body = answer(() -> client.getObject(object))) {
            return Optional.of(body.readNBytes(limit));
        } catch (MinioException e) {
            if (S3Faults.isAbsence(e)) {
                return Optional.empty();
            }
            throw faults.ofBucket(e);
        } catch (IOException e) {
            throw faults.away(e, key + ": " + Faults.text(e));
        }
    }

    /** A question to the server. */
    interface Question<T> {
        T ask() throws MinioException;
    }

    /** Asks something about the bucket; whatever goes wrong has the fate that {@link S3Faults} gives it. */
    <T> T ask(Question<T> question) {
        try {
            return answer(question);
        } catch (MinioException e) {
            throw faults.ofBucket(e);
        }
    }

    /** Asks; the client wraps what the network does to it in an {@link IllegalStateException}, here it is one of its own. */
    static <T> T answer(Question<T> question) throws MinioException {
        try {
            return question.ask();
        } catch (IllegalStateException e) {
            if (e.getCause() == null) {
                throw e;
            }
            throw new MinioException(e.getCause());
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception e) {
            throw new IllegalStateException(description() + ": the client cannot be closed", e);
        }
    }
}
