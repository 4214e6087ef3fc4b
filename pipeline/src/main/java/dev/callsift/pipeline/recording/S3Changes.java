package dev.callsift.pipeline.recording;

import io.minio.CloseableIterator;
import io.minio.ListenBucketNotificationArgs;
import io.minio.Result;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.NotificationRecords;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to what a bucket tells of new objects, an ability of MinIO's server
 * (https://min.io/docs/minio/linux/administration/monitoring/bucket-notifications.html). Connects again when the connection is
 * lost; gives up where the server does not know how to tell.
 */
final class S3Changes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(S3Changes.class);
    private static final Duration BEFORE_CONNECTING_AGAIN = Duration.ofSeconds(5);
    private static final String CREATED = "s3:ObjectCreated:*";

    private final S3Bucket bucket;
    private final Consumer<RecordingKey> changed;
    private final Thread thread;
    private volatile boolean closed;

    private S3Changes(S3Bucket bucket, Consumer<RecordingKey> changed) {
        this.bucket = bucket;
        this.changed = changed;
        this.thread = Thread.ofPlatform().daemon().name("bucket-changes").unstarted(this::listen);
    }

    static S3Changes listen(S3Bucket bucket, Consumer<RecordingKey> changed) {
        S3Changes changes = new S3Changes(bucket, changed);
        changes.thread.start();
        return changes;
    }

    private void listen() {
        try {
            while (!closed) {
                if (!listenOnce()) {
                    LOG.debug("{} does not tell of new objects; it is listed now and then", bucket.description());
                    return;
                }
                Thread.sleep(BEFORE_CONNECTING_AGAIN);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /** @return whether it makes sense to try again */
    private boolean listenOnce() {
        ListenBucketNotificationArgs created = ListenBucketNotificationArgs.builder()
                .bucket(bucket.name())
                .prefix(bucket.prefix())
                .suffix("")
                .events(new String[] {CREATED})
                .build();
        try (CloseableIterator<Result<NotificationRecords>> records =
                S3Bucket.answer(() -> bucket.client().listenBucketNotification(created))) {
            while (!closed && records.hasNext()) {
                records.next()
                        .get()
                        .events()
                        .forEach(event -> tell(event.object().key()));
            }
            return true;
        } catch (ErrorResponseException | InvalidResponseException e) {
            return false;
        } catch (MinioException | IOException | RuntimeException e) {
            LOG.debug("{}: the connection that tells of new objects was lost", bucket.description(), e);
            return true;
        }
    }

    /** Keys come as in the query of an address. */
    private void tell(String key) {
        changed.accept(new RecordingKey(URLDecoder.decode(key, StandardCharsets.UTF_8)));
    }

    /** The server sends something every half second, so that the reading thread soon notices. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
