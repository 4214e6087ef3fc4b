package dev.callsift.ui.call;

import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Waveform;
import dev.callsift.pipeline.transcript.WaveformJson;
import dev.callsift.ui.PageProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How loud the speakers of a call are, to draw a waveform from; its schema is {@code docs/schema/peaks-1.json}. */
@RestController
final class PeaksController {

    private final CallDocuments documents;

    PeaksController(CallDocuments documents) {
        this.documents = documents;
    }

    /** With agent and customer as reviewers have them, so a browser asks each time whether its copy still holds. */
    @Operation(summary = "How loud each speaker of a call is; schema peaks-1")
    @GetMapping("/api/calls/{id:[0-9a-f]{16}}/peaks")
    ResponseEntity<byte[]> peaks(
            @Parameter(description = "The call's id, sixteen hexadecimal digits") @PathVariable String id) {
        Transcript transcript = documents.transcript(id);
        Waveform waveform = documents
                .waveform(transcript)
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.NOT_FOUND,
                        "There are no peaks of call " + id,
                        "It was transcribed before callsift kept them; transcribe the recording again to have them."));
        byte[] document = WaveformJson.write(waveform);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag('"' + DigestUtils.md5DigestAsHex(document) + '"')
                .body(document);
    }
}
