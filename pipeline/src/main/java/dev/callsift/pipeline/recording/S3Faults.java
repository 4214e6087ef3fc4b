package dev.callsift.pipeline.recording;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.InvalidResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import io.minio.messages.ErrorResponse;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Gives each fault of an S3 server its fate: stop where the configuration is wrong, quarantine where one object is, retry for
 * all that may pass. The codes are those of https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html.
 *
 * @param setting the full name of the setting that named the bucket
 * @param endpoint the server's address
 */
record S3Faults(String setting, StoreLocation.Bucket bucket, String endpoint) {

    private static final Set<String> WRONG_KEYS =
            Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken", "InvalidSecurity");
    private static final Set<String> WRONG_REGION =
            Set.of("AuthorizationHeaderMalformed", "PermanentRedirect", "IllegalLocationConstraintException");
    private static final Set<String> MAY_PASS = Set.of(
            "SlowDown",
            "SlowDownRead",
            "SlowDownWrite",
            "ServiceUnavailable",
            "InternalError",
            "RequestTimeout",
            "OperationAborted",
            "TooManyRequests",
            "Conflict");

    /** A fault in asking for the bucket, its listing, or a document. */
    RuntimeException ofBucket(MinioException fault) {
        return switch (fault) {
            case ErrorResponseException answer -> ofAnswer(answer);
            case InvalidResponseException other
            when !String.valueOf(other.getMessage()).contains("Response code: 5") -> noS3(other);
            default -> ofNetwork(fault);
        };
    }

    /** A fault in asking for one recording. */
    RuntimeException ofObject(RecordingObject recording, MinioException fault) {
        if (!(fault instanceof ErrorResponseException answer)) {
            return ofBucket(fault);
        }
        String code = code(answer);
        return switch (code) {
            case "NoSuchKey", "NoSuchVersion" ->
                new RecordingFaultException(recording.key(), QuarantineReason.GONE, "the store answers " + code);
            case "PreconditionFailed" ->
                new RecordingFaultException(
                        recording.key(), QuarantineReason.CHANGED, "its ETag is no longer " + recording.etag());
            case "InvalidObjectState" ->
                new RecordingFaultException(recording.key(), QuarantineReason.WITHHELD, "it is in an archive tier");
            default -> ofBucket(fault);
        };
    }

    static boolean isAbsence(MinioException fault) {
        return fault instanceof ErrorResponseException answer && code(answer).equals("NoSuchKey");
    }

    private RuntimeException ofAnswer(ErrorResponseException answer) {
        String code = code(answer);
        int status = answer.response().code();
        if (MAY_PASS.contains(code) || status >= 500 || status == 429 || status == 408) {
            return away(answer, code);
        }
        if (WRONG_KEYS.contains(code)) {
            return problem(
                    "callsift.recording.access-key",
                    "(not shown)",
                    "the key of a user that " + endpoint + " knows, with its secret key; the server answers " + code,
                    answer);
        }
        if (WRONG_REGION.contains(code)) {
            return problem(
                    "callsift.recording.region", null, "the region of bucket " + bucket.name() + "; " + code, answer);
        }
        return switch (code) {
            case "NoSuchBucket" -> noBucket(answer);
            case "RequestTimeTooSkewed" ->
                problem(
                        "the clock",
                        "too far from the server's",
                        "set right, on this machine or on " + endpoint,
                        answer);
            case "AccessDenied", "AllAccessDisabled" ->
                problem(
                        setting,
                        bucket,
                        "a place the user of the access key may use; grant it s3:ListBucket, "
                                + "s3:GetObject and, for documents, s3:PutObject and s3:DeleteObject there",
                        answer);
            default ->
                problem(
                        setting,
                        bucket,
                        "a place that answers; " + endpoint + " says " + code + ": "
                                + answer.errorResponse().message(),
                        answer);
        };
    }

    SettingsException noBucket(@Nullable Exception cause) {
        return problem(
                setting,
                bucket,
                "a bucket that exists; there is no bucket " + bucket.name() + " at " + endpoint
                        + ": create it, or name another",
                cause);
    }

    private SettingsException noS3(MinioException cause) {
        return problem(
                "callsift.recording.endpoint",
                endpoint,
                "an S3 server's address; what answers there is none "
                        + "(the console of a MinIO server has another port)",
                cause);
    }

    private RuntimeException ofNetwork(MinioException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException) {
                return problem(
                        "callsift.recording.endpoint",
                        endpoint,
                        "a server whose certificate this JDK trusts (" + Faults.text(cause)
                                + "); import it, or correct http/https",
                        fault);
            }
        }
        return away(fault, reason(fault));
    }

    StoreUnavailableException away(Exception fault, String reason) {
        return new StoreUnavailableException(
                bucket + " at " + endpoint + ": the store does not answer as it should (" + reason
                        + "); see whether the server runs and is reachable from here",
                fault);
    }

    private static String reason(MinioException fault) {
        if (fault instanceof ServerException server) {
            return "HTTP status " + server.statusCode();
        }
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return Faults.text(root);
    }

    private static String code(ErrorResponseException answer) {
        ErrorResponse response = answer.errorResponse();
        return response.code() == null ? "no code" : response.code();
    }

    private static SettingsException problem(
            String key, @Nullable Object value, String allowed, @Nullable Exception cause) {
        return new SettingsException(new SettingProblem(key, value, allowed), cause);
    }
}
