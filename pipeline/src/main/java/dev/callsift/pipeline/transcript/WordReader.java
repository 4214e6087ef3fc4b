package dev.callsift.pipeline.transcript;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the words of a result as Vosk prints it: {@code {"result": [{"conf", "end", "start", "word"}, …], "text": …}}. */
final class WordReader {

    private static final JsonFactory JSON = new JsonFactory();

    private WordReader() {}

    /**
     * The words of a result, with times in the recording.
     *
     * @param startMs where the sound lies in the recording
     * @param skipped what the recognizer had heard before that sound, in seconds
     */
    static List<Word> read(String result, long startMs, double skipped) {
        List<Word> words = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), result)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_ARRAY && "result".equals(json.currentName())) {
                    readWords(json, startMs, skipped, words);
                }
            }
        }
        return words;
    }

    private static void readWords(JsonParser json, long startMs, double skipped, List<Word> words) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String text = "";
            double start = 0;
            double end = 0;
            double confidence = 0;
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                switch (name) {
                    case "word" -> text = json.getString();
                    case "start" -> start = json.getDoubleValue();
                    case "end" -> end = json.getDoubleValue();
                    case "conf" -> confidence = json.getDoubleValue();
                    default -> json.skipChildren();
                }
            }
            if (isWord(text)) {
                words.add(word(text, startMs, start - skipped, end - skipped, confidence));
            }
        }
    }

    /** Models mark what is no word of theirs (unknown words, noise, laughter) by brackets; a transcript leaves that out. */
    private static boolean isWord(String text) {
        return !text.isBlank() && !text.startsWith("[") && !text.startsWith("<");
    }

    private static Word word(String text, long startMs, double start, double end, double confidence) {
        long from = startMs + Math.max(0, Math.round(start * 1_000));
        // Sums of rounded posteriors come out a little over 1 now and then.
        return new Word(
                text,
                from,
                Math.max(from, startMs + Math.round(end * 1_000)),
                new Confidence(Math.clamp(confidence, 0, 1)));
    }
}
