package dev.callsift.ui.call;

import dev.callsift.pipeline.verdict.CorrectedTranscript;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Transcripts to take away: as text, and as captions for the recording. */
@Controller
final class TranscriptController {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final MediaType VTT = new MediaType("text", "vtt", StandardCharsets.UTF_8);

    private final CallDocuments documents;

    TranscriptController(CallDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/calls/{id:[0-9a-f]{16}}/transcript.txt")
    ResponseEntity<byte[]> text(@PathVariable String id) {
        CorrectedTranscript corrected = documents.corrected(id);
        return file(id + ".txt", TEXT, TranscriptText.plain(documents.placed(corrected), corrected));
    }

    @GetMapping("/calls/{id:[0-9a-f]{16}}/transcript.vtt")
    ResponseEntity<byte[]> captions(@PathVariable String id) {
        CorrectedTranscript corrected = documents.corrected(id);
        return file(id + ".vtt", VTT, TranscriptText.captions(documents.placed(corrected), corrected));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, String content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("call-" + name)
                                .build()
                                .toString())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }
}
