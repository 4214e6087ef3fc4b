package dev.callsift.ui.call;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;

/** Containers that browsers play, by the names the audio stage gives them. */
enum BrowserFormat {
    WAV("wav/", "audio/wav", ".wav"),
    MP3("mp3/", "audio/mpeg", ".mp3"),
    FLAC("flac/", "audio/flac", ".flac"),
    MP4("mp4/", "audio/mp4", ".m4a");

    private final String container;
    private final String type;
    private final String suffix;

    BrowserFormat(String container, String type, String suffix) {
        this.container = container;
        this.type = type;
        this.suffix = suffix;
    }

    /** @param format container and codec, see {@link dev.callsift.pipeline.audio.AudioSummary} */
    static Optional<BrowserFormat> of(String format) {
        return Stream.of(values())
                .filter(known -> format.startsWith(known.container))
                .findFirst();
    }

    /** @param copy a file whose name ends in the {@link #suffix} of its format */
    static BrowserFormat of(Path copy) {
        return Stream.of(values())
                .filter(known -> copy.toString().endsWith(known.suffix))
                .findFirst()
                .orElseThrow();
    }

    MediaType type() {
        return MediaType.parseMediaType(type);
    }

    String suffix() {
        return suffix;
    }
}
