package dev.callsift.models.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.callsift.models.meaning.EncoderFiles.Labels;
import dev.callsift.models.meaning.TurnReading.Name;
import dev.callsift.models.meaning.TurnReading.WordReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads calls: what each turn means and names in its call, and what the call as a whole is about. A transformer, trained on
 * labelled calls from the sentence encoder all-MiniLM-L6-v2. Safe for use by several threads; each call runs on the thread that makes
 * it, and the same words give the same reading, whatever was read before.
 *
 * @see <a href="https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2">what it was trained from</a>
 */
public final class CallEncoder {

    private static final Set<String> OUTPUTS = Set.of("codes", "names", "roles", "call");
    private static final int TO = 1;
    private static final int FROM = 2;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPieces pieces;
    private final Labels labels;
    private final String version;

    private CallEncoder() throws IOException, OrtException {
        session = EncoderFiles.session();
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
     * Reads a call; one that is too long to be read at once in windows that overlap.
     *
     * @param turns in the order of time; at least one
     */
    public CallReading read(List<ReadTurn> turns) {
        List<TurnPieces> parts = turns.stream()
                .flatMap(CallEncoder::parts)
                .map(part -> TurnPieces.of(pieces, part))
                .toList();
        CallWindows windows =
                CallWindows.of(parts.stream().map(TurnPieces::length).toList(), CallText.MOST - 1);
        List<CallReading> readings = windows.all().stream()
                .map(window -> readAtOnce(parts.subList(window.from(), window.to())))
                .toList();
        List<TurnReading> ofTurns = new ArrayList<>();
        int part = 0;
        for (ReadTurn turn : turns) {
            TurnReading reading = reading(windows, readings, part++);
            for (int from = CallText.LONGEST_TURN; from < turn.words().size(); from += CallText.LONGEST_TURN) {
                reading = reading.and(reading(windows, readings, part++));
            }
            ofTurns.add(reading);
        }
        Map<String, Double> likelihoods = new HashMap<>();
        readings.forEach(reading ->
                reading.likelihoods().forEach((code, likelihood) -> likelihoods.merge(code, likelihood, Math::max)));
        return new CallReading(ofTurns, likelihoods);
    }

    /** A turn of more than {@value CallText#LONGEST_TURN} words is read as several. */
    private static Stream<ReadTurn> parts(ReadTurn turn) {
        List<String> words = turn.words();
        int count = Math.max(1, (words.size() + CallText.LONGEST_TURN - 1) / CallText.LONGEST_TURN);
        return IntStream.range(0, count)
                .mapToObj(i -> new ReadTurn(
                        turn.speaker(),
                        words.subList(
                                i * CallText.LONGEST_TURN, Math.min((i + 1) * CallText.LONGEST_TURN, words.size()))));
    }

    private static TurnReading reading(CallWindows windows, List<CallReading> readings, int part) {
        int window = windows.around(part);
        return readings.get(window).turns().get(part - windows.all().get(window).from());
    }

    private CallReading readAtOnce(List<TurnPieces> turns) {
        CallText text = new CallText(pieces, turns);
        try (OnnxTensor numbers = OnnxTensor.createTensor(environment, new long[][] {text.pieces()});
                OnnxTensor segments = OnnxTensor.createTensor(environment, new float[][] {text.segments()});
                OnnxTensor first = OnnxTensor.createTensor(environment, text.first());
                OrtSession.Result result =
                        session.run(Map.of("pieces", numbers, "segments", segments, "words", first), OUTPUTS)) {
            float[][] codes = (float[][]) value(result, "codes");
            float[][] names = (float[][]) value(result, "names");
            float[][] roles = (float[][]) value(result, "roles");
            float[] call = (float[]) value(result, "call");
            List<TurnReading> readings = new ArrayList<>();
            int from = 0;
            for (TurnPieces turn : turns) {
                int to = from + turn.words().size();
                readings.add(new TurnReading(
                        labels.codes(),
                        IntStream.range(from, to)
                                .mapToObj(i -> new WordReading(codes[i], roles[i][TO], roles[i][FROM]))
                                .toList(),
                        names(Arrays.copyOfRange(names, from, to))));
                from = to;
            }
            return new CallReading(readings, likelihoods(call));
        } catch (OrtException e) {
            throw new IllegalStateException("the call encoder failed on " + text.pieces().length + " word pieces", e);
        }
    }

    private static Object value(OrtSession.Result result, String name) throws OrtException {
        return result.get(name)
                .orElseThrow(() -> new IllegalStateException("the call encoder gives no " + name))
                .getValue();
    }

    private Map<String, Double> likelihoods(float[] logOdds) {
        Map<String, Double> likelihoods = new HashMap<>();
        for (int i = 0; i < logOdds.length; i++) {
            likelihoods.put(labels.codes().get(i), 1 / (1 + Math.exp(-logOdds[i])));
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
     * @param scores for each word of 0, of 1 + 2 n where a name of the type n begins, and of one more within it
     */
    private List<Name> names(float[][] scores) {
        int[] tags = Stream.of(scores).mapToInt(CallEncoder::best).toArray();
        List<Name> names = new ArrayList<>();
        int i = 0;
        while (i < tags.length) {
            int from = i++;
            if (tags[from] > 0) {
                int type = type(tags[from]);
                while (i < tags.length && tags[i] > 0 && type(tags[i]) == type) {
                    i++;
                }
                names.add(new Name(labels.names().get(type), from, i));
            }
        }
        return names;
    }

    private static int type(int tag) {
        return (tag - 1) / 2;
    }
}
