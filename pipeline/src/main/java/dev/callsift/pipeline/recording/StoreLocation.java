package dev.callsift.pipeline.recording;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a store is: a bucket with a prefix, or a folder. Read from {@code s3://bucket/prefix} or a path. */
sealed interface StoreLocation {

    /** What is allowed, as the end of "it must be". */
    String ALLOWED = "s3://bucket, s3://bucket/prefix (bucket: 3 to 63 of a-z 0-9 . -) or the path of a folder";

    /** Bucket names as S3 has them; the prefix may hold anything. */
    Pattern BUCKET = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?", Pattern.DOTALL);

    /** @param prefix what every key begins with: empty, or ending with a slash */
    record Bucket(String name, String prefix) implements StoreLocation {

        @Override
        public String toString() {
            return "s3://" + name + (prefix.isEmpty() ? "" : "/" + prefix);
        }
    }

    record Folder(Path path) implements StoreLocation {

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** Empty when the text names neither. */
    static Optional<StoreLocation> parse(String text) {
        Matcher bucket = BUCKET.matcher(text);
        if (bucket.matches()) {
            return Optional.of(new Bucket(bucket.group(1), asPrefix(bucket.group(2))));
        }
        if (text.isBlank() || text.matches("[A-Za-z][A-Za-z0-9+]+:.*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Folder(Path.of(text).toAbsolutePath().normalize()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String asPrefix(@Nullable String path) {
        if (path == null || path.isEmpty() || path.endsWith("/")) {
            return path == null ? "" : path;
        }
        return path + "/";
    }
}
