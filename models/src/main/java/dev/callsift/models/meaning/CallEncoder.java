package dev.callsift.models.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.meaning.EncoderFiles.Labels;
import dev.callsift.models.meaning.TurnReading.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads calls: what each turn means and names, and from that what the call as a whole is about. Two transformers, trained on
 * labelled calls from the sentence encoder all-MiniLM-L6-v2. Safe for use by several threads; each call runs on the thread that makes
 * it, and the same words give the same reading, whatever was read before.
 *
 * @see <a href="https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2">what it was trained from</a>
 */
public final class CallEncoder {

    private static final int LONGEST_TURN = 100;
    private static final int LONGEST_CALL = 80;
    private static final Set<String> OF_TURNS = Set.of("vector", "codes", "names");
    private static final Set<String> OF_CALLS = Set.of("call");

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession turns;
    private final OrtSession calls;
    private final WordPieces pieces;
    private final Labels labels;
    private final String version;

    private CallEncoder() throws IOException, OrtException {
        turns = EncoderFiles.session("turn.onnx");
        calls = EncoderFiles.session("call.onnx");
        pieces = new WordPieces(EncoderFiles.vocabulary());
        labels = EncoderFiles.labels();
        version = EncoderFiles.version();
    }

    private static final class English {
        static final Optional<CallEncoder> INSTANCE = load();
    }

    /** The encoder, loaded once for the process; empty on a system that ONNX Runtime has no native library for. */
    public static Optional<CallEncoder> english() {
        return English.INSTANCE;
    }

    private static Optional<CallEncoder> load() {
        try {
            return Optional.of(new CallEncoder());
        } catch (LinkageError e) {
            return Optional.empty();
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("the call encoder cannot be read from the class path", e);
        }
    }

    /** The beginning of the hash of its files, 12 hexadecimal digits. */
    public String version() {
        return version;
    }

    /**
     * Reads a turn; one of more than {@value #LONGEST_TURN} words in parts.
     *
     * @param words in lower case, as they are spoken
     * @param before the other speaker's words before them, likewise; empty when there are none
     */
    public TurnReading read(List<String> words, List<String> before) {
        TurnReading reading = readPart(words.subList(0, Math.min(LONGEST_TURN, words.size())), before, 0);
        for (int from = LONGEST_TURN; from < words.size(); from += LONGEST_TURN) {
            List<String> part = words.subList(from, Math.min(from + LONGEST_TURN, words.size()));
            reading = reading.and(readPart(part, List.of(), from));
        }
        return reading;
    }

    private TurnReading readPart(List<String> words, List<String> before, int offset) {
        WordPieces.Text text = pieces.read(words, before);
        try (OnnxTensor numbers = OnnxTensor.createTensor(environment, new long[][] {text.pieces()});
                OnnxTensor segments = OnnxTensor.createTensor(environment, new long[][] {text.segments()});
                OrtSession.Result result = turns.run(Map.of("pieces", numbers, "segments", segments), OF_TURNS)) {
            float[] vector = ((float[][]) value(result, "vector"))[0];
            float[] codes = ((float[][]) value(result, "codes"))[0];
            float[][] names = ((float[][][]) value(result, "names"))[0];
            int[] tags =
                    IntStream.of(text.first()).map(piece -> best(names[piece])).toArray();
            int count = labels.codes().size();
            return new TurnReading(
                    vector,
                    words.size(),
                    Map.of(
                            RuleSpeaker.CUSTOMER, likelihoods(codes, 0),
                            RuleSpeaker.AGENT, likelihoods(codes, count)),
                    names(tags, offset));
        } catch (OrtException e) {
            throw new IllegalStateException("the call encoder failed on " + text.pieces().length + " word pieces", e);
        }
    }

    private static Object value(OrtSession.Result result, String name) throws OrtException {
        return result.get(name)
                .orElseThrow(() -> new IllegalStateException("the call encoder gives no " + name))
                .getValue();
    }

    private Map<String, Double> likelihoods(float[] logOdds, int offset) {
        Map<String, Double> likelihoods = new HashMap<>();
        for (int i = 0; i < labels.codes().size(); i++) {
            likelihoods.put(labels.codes().get(i), 1 / (1 + Math.exp(-logOdds[offset + i])));
        }
        return likelihoods;
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    /**
     * Words of a type side by side are one name ("uk", "nine"): the beginning of another is seen more often than there is one.
     *
     * @param tags for each word 0, or 1 + 2 n where a name of the type n begins, or one more within it
     */
    private List<Name> names(int[] tags, int offset) {
        List<Name> names = new ArrayList<>();
        int i = 0;
        while (i < tags.length) {
            int from = i++;
            if (tags[from] > 0) {
                int type = type(tags[from]);
                while (i < tags.length && tags[i] > 0 && type(tags[i]) == type) {
                    i++;
                }
                names.add(new Name(labels.names().get(type), offset + from, offset + i));
            }
        }
        return names;
    }

    private static int type(int tag) {
        return (tag - 1) / 2;
    }

    /**
     * The likelihood of each code for a whole call, from 0 to 1; of a call of more than {@value #LONGEST_CALL} turns, which is read in parts of
     * about the same length, what its likeliest part shows.
     *
     * @param turns in the order of time; at least one
     * @param speakers of the turns; {@code ANY} where it is not known who speaks
     */
    public Map<String, Double> readCall(List<TurnReading> turns, List<RuleSpeaker> speakers) {
        Map<String, Double> likelihoods = new HashMap<>();
        int parts = (turns.size() + LONGEST_CALL - 1) / LONGEST_CALL;
        for (int i = 0; i < parts; i++) {
            int from = turns.size() * i / parts;
            int to = turns.size() * (i + 1) / parts;
            readPart(turns.subList(from, to), speakers.subList(from, to))
                    .forEach((code, likelihood) -> likelihoods.merge(code, likelihood, Math::max));
        }
        return likelihoods;
    }

    private Map<String, Double> readPart(List<TurnReading> part, List<RuleSpeaker> speakers) {
        float[][] vectors = part.stream().map(TurnReading::vector).toArray(float[][]::new);
        long[] numbers = speakers.stream().mapToLong(this::number).toArray();
        try (OnnxTensor read = OnnxTensor.createTensor(environment, new float[][][] {vectors});
                OnnxTensor spokenBy = OnnxTensor.createTensor(environment, new long[][] {numbers});
                OrtSession.Result result = calls.run(Map.of("vectors", read, "speakers", spokenBy), OF_CALLS)) {
            return likelihoods(((float[][]) value(result, "call"))[0], 0);
        } catch (OrtException e) {
            throw new IllegalStateException("the call encoder failed on " + part.size() + " turns", e);
        }
    }

    private int number(RuleSpeaker speaker) {
        return labels.speakers()
                .indexOf(
                        switch (speaker) {
                            case CUSTOMER -> "customer";
                            case AGENT -> "agent";
                            case ANY -> "unknown";
                        });
    }
}
