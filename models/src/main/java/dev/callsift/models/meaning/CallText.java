package dev.callsift.models.meaning;

import dev.callsift.models.language.RuleSpeaker;
import java.util.ArrayList;
import java.util.List;

/**
 * Some turns of a call in a row, as the encoder reads them at once: begin, and the words of each turn with an end after them. What is too long is cut
 * off.
 */
final class CallText {

    /** The encoder has places for that many pieces. */
    static final int MOST = 510;

    /** So many that what is around them still has room. */
    static final int LONGEST_TURN = 100;

    private final List<Long> pieces = new ArrayList<>();
    private final List<Float> segments = new ArrayList<>();
    private final List<Integer> first = new ArrayList<>();

    /** @param turns of at most {@value #LONGEST_TURN} words */
    CallText(WordPieces known, List<TurnPieces> turns) {
        add(known.begin(), segment(RuleSpeaker.ANY));
        for (TurnPieces turn : turns) {
            float segment = segment(turn.speaker());
            for (List<Long> word : turn.words()) {
                first.add(Math.min(pieces.size(), MOST - 1));
                word.forEach(piece -> add(piece, segment));
            }
            add(known.end(), segment);
        }
    }

    private void add(long piece, float segment) {
        if (pieces.size() < MOST) {
            pieces.add(piece);
            segments.add(segment);
        }
    }

    /** Agents' words are 0, customers' 1, and between them what may be either's. */
    private static float segment(RuleSpeaker speaker) {
        return switch (speaker) {
            case AGENT -> 0;
            case CUSTOMER -> 1;
            case ANY -> 0.5f;
        };
    }

    /** By number. */
    long[] pieces() {
        return pieces.stream().mapToLong(Long::longValue).toArray();
    }

    /** Who speaks each piece. */
    float[] segments() {
        float[] array = new float[segments.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = segments.get(i);
        }
        return array;
    }

    /** The first piece of each word of all turns. */
    long[] first() {
        return first.stream().mapToLong(Integer::longValue).toArray();
    }
}
