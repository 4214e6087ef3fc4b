package dev.callsift.pipeline.index;

import dev.callsift.pipeline.audio.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The fields that hold what was said. Each exists for anyone, for the agent and for the customer, and all of them share one
 * position space: the same position is the same word in every one, so that queries over several fields can be combined by
 * position.
 */
public enum SpokenField {
    /** Words as recognized, of those the recognizer is sure of. */
    WORDS,
    /** Stems of the same words: cancelled, cancelling and cancellation meet. */
    STEMS,
    /**
     * What may have been said: for every word its {@link WordForms#keys() keys}. Words the recognizer doubts, and words of an
     * unknown speaker, stand here as spelled too; the fields of agent and customer hold both the unknown speaker's words here.
     */
    SOUNDS;

    /** Whose words a field holds. */
    public enum Voice {
        ANYONE,
        AGENT,
        CUSTOMER
    }

    private final String base = name().toLowerCase(Locale.ROOT);

    /** The field's name in Lucene, for example {@code stems_customer}. */
    public String of(Voice voice) {
        return voice == Voice.ANYONE ? base : base + "_" + voice.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a field of Lucene holds words, and so matches at positions. */
    public static boolean spoken(String field) {
        for (SpokenField spoken : values()) {
            if (field.equals(spoken.base) || field.startsWith(spoken.base + "_")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word said by {@code speaker} belongs into this field for {@code voice}. */
    boolean holds(Speaker speaker, Voice voice) {
        return switch (voice) {
            case ANYONE -> true;
            case AGENT -> speaker == Speaker.AGENT || maybe(speaker);
            case CUSTOMER -> speaker == Speaker.CUSTOMER || maybe(speaker);
        };
    }

    /** The terms under which a word stands in this field; none for a doubtful word in {@link #WORDS} and {@link #STEMS}. */
    List<String> terms(SpokenWord word, WordForms forms) {
        return switch (this) {
            case WORDS -> word.doubtful() ? List.of() : List.of(forms.surface());
            case STEMS -> word.doubtful() ? List.of() : List.of(forms.stem());
            case SOUNDS -> soundTerms(word, forms);
        };
    }

    private static List<String> soundTerms(SpokenWord word, WordForms forms) {
        boolean spelled = word.doubtful() || word.speaker() == Speaker.UNKNOWN;
        return spelled
                ? Stream.concat(forms.keys().stream(), Stream.of(forms.surface()))
                        .distinct()
                        .toList()
                : forms.keys();
    }

    private boolean maybe(Speaker speaker) {
        return this == SOUNDS && speaker == Speaker.UNKNOWN;
    }
}
