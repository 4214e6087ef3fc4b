package dev.callsift.pipeline.evaluation;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.pipeline.audio.AudioSettings;
import dev.callsift.pipeline.evaluation.tags.CallSource;
import dev.callsift.pipeline.evaluation.tags.UnreadableLabelsException;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.tagging.PlainTurns;
import dev.callsift.pipeline.transcript.Recognition;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.pipeline.transcript.SpeechRecognizer;
import dev.callsift.pipeline.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The words of labelled calls as they are recognized, from a recording of each: {@code <id>.<format>} in one folder. */
public final class SpokenCalls implements CallSource {

    private final Path folder;
    private final Map<String, Path> files = new TreeMap<>();
    private final SpeechRecognizer recognizer;
    private final SpeechModelReference model;
    private final AudioSettings audio;

    /**
     * @param audio says who is on which channel
     * @throws IOException when the folder cannot be listed
     */
    public SpokenCalls(Path folder, SpeechRecognizer recognizer, SpeechModel model, AudioSettings audio)
            throws IOException {
        this.folder = folder;
        this.recognizer = recognizer;
        this.model = new SpeechModelReference(model.name(), model.hash(), model.demonstration());
        this.audio = audio;
        try (Stream<Path> listed = Files.list(folder)) {
            listed.filter(Files::isRegularFile).forEach(file -> files.put(id(file), file));
        }
    }

    private static String id(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    @Override
    public void require(Set<String> ids) {
        List<String> missing = ids.stream()
                .filter(id -> !files.containsKey(id))
                .sorted()
                .map(id -> folder + ": has no recording of the call " + id + "; its name must be " + id
                        + ".wav or the like")
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableLabelsException(missing);
        }
    }

    @Override
    public Transcript transcript(String id, List<PlainTurns.Turn> turns) throws InterruptedException {
        require(Set.of(id));
        Path file = Objects.requireNonNull(files.get(id));
        var key = new RecordingKey(file.getFileName().toString());
        Recognition heard = recognizer.recognize(key, file, audio.assign(key, Direction.UNKNOWN));
        return new Transcript(
                Transcript.SCHEMA_VERSION,
                id,
                new Transcript.Source(key.value(), "", 0, ""),
                CallMetadata.UNKNOWN,
                heard.audio(),
                model,
                heard.utterances());
    }
}
