package dev.callsift.ui.call;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The sound of a call, whole or in ranges, streamed from the copy on this machine. */
@Controller
final class AudioController {

    private final CallDocuments documents;
    private final RecordingCopies copies;

    AudioController(CallDocuments documents, RecordingCopies copies) {
        this.documents = documents;
        this.copies = copies;
    }

    @GetMapping("/calls/{id:[0-9a-f]{16}}/audio")
    ResponseEntity<Resource> audio(
            @PathVariable String id,
            HttpMethod method,
            @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable String ifRange)
            throws IOException {
        PlayableRecording recording = copies.open(documents.transcript(id));
        String etag = '"' + recording.version() + '"';
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .eTag(etag)
                .contentType(recording.type())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.ACCEPT_RANGES, "bytes");
        // Ranges have no meaning for HEAD (RFC 9110, 14.2), nor when the reader holds a part of another version.
        if (HttpMethod.HEAD.equals(method)) {
            return answer.contentLength(Files.size(recording.file())).build();
        }
        if (ifRange != null && !ifRange.equals(etag)) {
            return answer.contentLength(Files.size(recording.file())).body(whole(recording));
        }
        return answer.body(new FileSystemResource(recording.file()));
    }

    /** A resource of this type is never cut into ranges, whatever was asked for. */
    private static Resource whole(PlayableRecording recording) {
        return new InputStreamResource(() -> Files.newInputStream(recording.file()));
    }
}
