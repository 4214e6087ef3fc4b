package dev.callsift.pipeline.recording;

import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.util.Optional;
import java.util.stream.Stream;

/** Documents in a bucket. S3 shows an object only when it has all of it, so a document is whole or absent. */
final class S3DocumentStore implements DocumentStore {

    private final S3Bucket bucket;

    S3DocumentStore(S3Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public void write(String name, byte[] content) {
        String key = key(name);
        bucket.ask(() -> bucket.client()
                .putObject(PutObjectArgs.builder()
                        .bucket(bucket.name())
                        .object(key)
                        .contentType("application/json")
                        .data(content, content.length)
                        .build()));
    }

    @Override
    public Optional<byte[]> read(String name) {
        return bucket.read(key(name), Integer.MAX_VALUE);
    }

    @Override
    public void delete(String name) {
        String key = key(name);
        RemoveObjectArgs object =
                RemoveObjectArgs.builder().bucket(bucket.name()).object(key).build();
        try {
            S3Bucket.answer(() -> {
                bucket.client().removeObject(object);
                return key;
            });
        } catch (MinioException e) {
            if (!S3Faults.isAbsence(e)) {
                throw bucket.faults().ofBucket(e);
            }
        }
    }

    @Override
    public Stream<String> list(String prefix) {
        return bucket.list(bucket.prefix() + prefix)
                .map(item -> item.objectName().substring(bucket.prefix().length()))
                .filter(DocumentNames::isName);
    }

    private String key(String name) {
        return bucket.prefix() + DocumentNames.checked(name);
    }

    @Override
    public void close() {
        bucket.close();
    }
}
