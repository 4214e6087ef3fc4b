package dev.callsift.models.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what is said into a vector of its meaning, by the encoder BGE small (English, version 1.5, eight bits; MIT licence). Safe for
 * use by several threads; each call runs on the thread that makes it. The same words give the same vector, whatever was encoded before.
 *
 * @see <a href="https://huggingface.co/BAAI/bge-small-en-v1.5">the encoder's own description</a>
 */
public final class SentenceEncoder {

    /** Length of a vector. */
    public static final int DIMENSIONS = 384;

    /** To be written beside what was made with it. */
    public static final String NAME = "bge-small-en-v1.5-q";

    private static final String MODEL = "/" + NAME + ".onnx";

    /** An answer of so few words means nothing without its question. */
    private static final int SHORT = 8;

    private static final int LONGEST_QUESTION = 20;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPieces pieces;

    private SentenceEncoder(byte[] model, WordPieces pieces) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // what is kept for the next run costs more memory than time is won, with texts of every length
            options.setMemoryPatternOptimization(false);
            options.setCPUArenaAllocator(false);
            this.session = environment.createSession(model, options);
        }
        this.pieces = pieces;
    }

    private static final class English {
        static final Optional<SentenceEncoder> INSTANCE = load();
    }

    /** The encoder, loaded once for the process; empty on a system that ONNX Runtime has no native library for. */
    public static Optional<SentenceEncoder> english() {
        return English.INSTANCE;
    }

    private static Optional<SentenceEncoder> load() {
        try (InputStream model = open(MODEL)) {
            return Optional.of(new SentenceEncoder(model.readAllBytes(), WordPieces.of(NAME)));
        } catch (LinkageError e) {
            return Optional.empty();
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("the sentence encoder " + NAME + " cannot be read from the class path", e);
        }
    }

    static InputStream open(String name) throws IOException {
        InputStream stream = SentenceEncoder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return stream;
    }

    /**
     * The meaning of an utterance, a vector of length 1; of a short one together with the words it answers.
     *
     * @param words in lower case
     * @param before the other speaker's words before them; empty when there are none
     */
    public MeaningVector encode(List<String> words, List<String> before) {
        boolean alone = words.size() > SHORT || before.isEmpty();
        List<String> question = before.subList(Math.max(0, before.size() - LONGEST_QUESTION), before.size());
        return encode(alone ? pieces.of(words) : pieces.of(question, words));
    }

    private MeaningVector encode(long[] ids) {
        long[][] batch = {ids};
        long[][] ones = {new long[ids.length]};
        Arrays.fill(ones[0], 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, batch);
                OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
                OnnxTensor segments = OnnxTensor.createTensor(environment, new long[1][ids.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", segments))) {
            return MeaningVector.unit(((float[][][]) result.get(0).getValue())[0][0]);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence encoder failed on " + ids.length + " word pieces", e);
        }
    }
}
