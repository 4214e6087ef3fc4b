package dev.callsift.pipeline.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordReaderTest {

    @Test
    void addsTheSegmentsStartToEveryTime() {
        assertThat(WordReader.read("""
                        {"result": [{"conf": 0.944668, "end": 0.57, "start": 0.18, "word": "café"},
                                    {"conf": 1.000002, "end": 0.930275, "start": 0.57, "word": "please"}],
                         "text": "café please"}
                        """, 60_000, 0))
                .containsExactly(
                        new Word("café", 60_180, 60_570, new Confidence(0.945)),
                        new Word("please", 60_570, 60_930, new Confidence(1)));
    }

    @Test
    void takesOffWhatTheRecognizerHeardBefore() {
        assertThat(WordReader.read(
                        "{\"result\": [{\"conf\": 1, \"end\": 12.87, \"start\": 12.48, \"word\": \"yes\"}]}",
                        5_000,
                        12.5))
                .containsExactly(new Word("yes", 5_000, 5_370, new Confidence(1)));
    }

    @Test
    void leavesOutWhatTheModelMarksAsNoWord() {
        assertThat(WordReader.read("""
                        {"result": [{"conf": 1, "end": 0.5, "start": 0.1, "word": "[unk]"},
                                    {"conf": 1, "end": 0.6, "start": 0.5, "word": "<unk>"},
                                    {"conf": 1, "end": 0.9, "start": 0.6, "word": "yes"}], "text": "yes"}
                        """, 0, 0)).extracting(Word::text).containsExactly("yes");
    }

    @Test
    void findsNoWordsInAnEmptyResult() {
        assertThat(WordReader.read("{\"text\": \"\"}", 0, 0)).isEmpty();
    }
}
