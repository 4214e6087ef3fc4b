package dev.callsift.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.speech.SpeechModel;
import dev.callsift.models.speech.SpeechModels;
import dev.callsift.pipeline.audio.AudioSettings;
import dev.callsift.pipeline.evaluation.tags.TagCounts;
import dev.callsift.pipeline.evaluation.tags.TagEvaluation;
import dev.callsift.pipeline.evaluation.tags.TagScores;
import dev.callsift.pipeline.evaluation.tags.UnreadableLabelsException;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.transcript.SpeechRecognizer;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.TranscriptSettings;
import dev.callsift.pipeline.transcript.VoskRecognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpokenCallsTest {

    private static final SpeechModel MODEL = SpeechModels.standard().open("demo-en-8k");
    private static final GroundTruth CALL = call();

    private static SpeechRecognizer recognizer;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws InterruptedException {
        recognizer = VoskRecognizer.start(MODEL, TranscriptSettings.ofThreads(1));
    }

    @AfterAll
    static void stop() {
        recognizer.close();
    }

    @Test
    void theWordsOfACallAreThoseThatAreRecognized() throws IOException, InterruptedException {
        Transcript heard = spoken().transcript("size", List.of());

        assertThat(heard.id()).isEqualTo("size");
        assertThat(heard.speechModel().name()).isEqualTo("demo-en-8k");
        assertThat(heard.utterances()).hasSizeGreaterThan(5);
    }

    @Test
    void tagsAreJudgedOnWhatIsRecognized() throws IOException, InterruptedException {
        Path labels = Files.writeString(folder.resolve("labels.jsonl"), """
                {"id": "size", "turns": [{"speaker": "customer", "text": "good morning"}], "modifications": ["size"]}
                """);

        TagScores scores = TagEvaluation.run(Tagger.of(Taxonomy.english()), labels, spoken());

        assertThat(scores.codes().get("modify.size")).isEqualTo(new TagCounts(1, 0, 0));
    }

    @Test
    void namesEveryCallThatHasNoRecording() throws IOException {
        SpokenCalls calls = spoken();

        assertThatThrownBy(() -> calls.require(Set.of("size", "lost", "gone")))
                .isInstanceOf(UnreadableLabelsException.class)
                .hasMessageContaining("no recording of the call gone")
                .hasMessageContaining("no recording of the call lost")
                .hasMessageNotContaining("call size");
    }

    private SpokenCalls spoken() throws IOException {
        Path recordings = Files.createDirectories(folder.resolve("spoken"));
        Path recording = Path.of("demo", "recordings").resolve(CALL.recording());
        Path copy = recordings.resolve(
                "size" + CALL.recording().substring(CALL.recording().lastIndexOf('.')));
        if (Files.notExists(copy)) {
            Files.copy(recording, copy);
        }
        return new SpokenCalls(recordings, recognizer, MODEL, new AudioSettings(List.of()));
    }

    private static GroundTruth call() {
        try {
            return GroundTruth.readAll(Path.of("demo", "truth")).stream()
                    .filter(truth -> truth.tags().contains("modify.size"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("the demonstration recordings are part of the project", e);
        }
    }
}
