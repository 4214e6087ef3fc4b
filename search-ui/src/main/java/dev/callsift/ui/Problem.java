package dev.callsift.ui;

import dev.callsift.pipeline.index.IndexUnusableException;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.StoreUnavailableException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * What went wrong, for people.
 *
 * @param id the same in the answer and in the log, so that one finds the other
 * @param title what is wrong, without a full stop
 * @param detail what the reader can do
 */
record Problem(String id, HttpStatus status, String title, String detail) {

    static Problem of(Throwable cause) {
        return switch (cause) {
            case PageProblemException known -> problem(known.status(), known.title(), known.detail());
            case RecordingFaultException fault -> ofRecording(fault.reason());
            case StoreUnavailableException away ->
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The store of the recordings does not answer",
                        "Try again in a moment. If it goes on, check that the store is running and reachable.");
            case IndexUnusableException broken ->
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The search index cannot be read",
                        "Build it anew from the stored transcripts with: callsift reindex");
            case TypeMismatchException mistyped -> refused(HttpStatus.BAD_REQUEST);
            case ErrorResponse known -> of(known.getStatusCode());
            default -> of(HttpStatus.INTERNAL_SERVER_ERROR);
        };
    }

    static Problem of(HttpStatusCode code) {
        HttpStatus status = HttpStatus.valueOf(code.value());
        return switch (status) {
            case NOT_FOUND ->
                problem(status, "There is nothing at this address", "Go back to the search, or check the link.");
            case REQUESTED_RANGE_NOT_SATISFIABLE ->
                problem(status, "The recording is shorter than that", "Ask for a range within it.");
            default -> status.is5xxServerError() ? unexpected(status) : refused(status);
        };
    }

    private static Problem ofRecording(QuarantineReason reason) {
        return switch (reason) {
            case GONE ->
                problem(
                        HttpStatus.GONE,
                        "The recording is no longer in the store",
                        "The transcript is kept. To hear the call, put the recording back under the same name.");
            case CHANGED ->
                problem(
                        HttpStatus.GONE,
                        "The recording was replaced in the store after it was transcribed",
                        "The next run takes the new version; start one with: callsift run");
            default ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The recording cannot be played: " + reason.meaning(),
                        "What you can do: " + reason.advice() + ".");
        };
    }

    private static Problem unexpected(HttpStatus status) {
        return problem(status, "callsift could not do this", "Try again. If it goes on, report it with the id below.");
    }

    private static Problem refused(HttpStatus status) {
        return problem(status, "This request was not understood", "Check the address and its parameters.");
    }

    private static Problem problem(HttpStatus status, String title, String detail) {
        String id = UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
        return new Problem(id, status, title, detail);
    }

    /** As RFC 9457 has it, with the id as an extension. */
    ProblemDetail json() {
        ProblemDetail answer = ProblemDetail.forStatusAndDetail(status, detail);
        answer.setTitle(title);
        answer.setProperty("id", id);
        return answer;
    }
}
