package dev.callsift.pipeline.index;

import dev.callsift.pipeline.audio.Speaker;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that hold what was said. Each exists for anyone, for the agent and for the customer, and all of them share one
 * position space: the same position is the same word in every one, so that queries over several fields can be combined by
 * position.
 */
public enum SpokenField {
    /** Words as recognized, of those the recognizer is sure of. */
    WORDS,
    /** Each two of the same words that follow one another at once, at the first one's position: phrases are found by them. */
    PAIRS,
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

    /**
     * The terms under which a word stands in this field; a doubtful one in {@link #SOUNDS} only.
     *
     * @param next forms of the word that follows it at once in the same field, of which the recognizer is sure; null where there is none
     */
    List<String> terms(SpokenWord word, WordForms forms, @Nullable WordForms next) {
        return switch (this) {
            case WORDS -> word.doubtful() ? List.of() : List.of(forms.surface());
            case PAIRS -> word.doubtful() || next == null ? List.of() : List.of(pair(forms, next));
            case STEMS -> word.doubtful() ? List.of() : List.of(forms.stem());
            case SOUNDS -> soundTerms(word, forms);
        };
    }

    /** The term of {@link #PAIRS} for two words. */
    public static String pair(WordForms first, WordForms second) {
        return first.surface() + ' ' + second.surface();
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
