package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Times of a day as intervals, in the manner of ISO 8601: {@code 14:00/16:00}, {@code 18:00/} (from then on), {@code /12:00}
 * (until then), and {@code 15:00} for a time. Hours that are not said to be in the morning or evening are those at which parcels
 * come: see {@link ClockTime}.
 */
final class TimeWindowValue {

    private static final Lexicon LEXICON = Lexicon.english();
    private static final LexiconSection NOISE = LEXICON.section("time-noise");
    private static final LexiconSection AFTER = LEXICON.section("time-after");
    private static final LexiconSection BEFORE = LEXICON.section("time-before");
    private static final LexiconSection BOUNDS = LEXICON.section("time-bound");
    private static final LexiconSection RANGE = LEXICON.section("time-range");
    private static final LexiconSection PARTS = LEXICON.section("day-part");

    /** Words of the longest of them. */
    private static final int LONGEST_BOUND = 3;

    private TimeWindowValue() {}

    /**
     * How many words before a time say that it ends or begins an interval: "after [five]", "no later than [five]".
     *
     * @param at index of the time's first word
     * @param free index of the first word that may be one
     */
    static int boundBefore(List<String> words, int free, int at) {
        for (int length = Math.min(LONGEST_BOUND, at - free); length > 0; length--) {
            String said = String.join(" ", words.subList(at - length, at));
            if (BOUNDS.has(said) || isBound(said)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isBound(String word) {
        return AFTER.has(word) || BEFORE.has(word);
    }

    static Optional<String> of(List<String> words) {
        List<String> said = SpokenWords.corrected(halfDaysApart(inOneWord(words)));
        List<String> bare = withoutPast(SpokenWords.without(said, NOISE));
        return dayPart(bare).or(() -> range(bare)).or(() -> oneSided(bare)).or(() -> at(bare));
    }

    /** "No later than" as "before". */
    private static List<String> inOneWord(List<String> words) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int length = BOUNDS.lengthAt(words, i);
            if (length > 1) {
                left.add(BOUNDS.value(String.join(" ", words.subList(i, i + length)))
                        .orElseThrow());
                i += length - 1;
            } else {
                left.add(words.get(i));
            }
        }
        return left;
    }

    /** "6pm", as it is typed, in two words. */
    private static List<String> halfDaysApart(List<String> words) {
        return words.stream()
                .flatMap(word ->
                        Stream.of(word.replaceFirst("^(\\d+)([ap]m)$", "$1 $2").split(" ", -1)))
                .toList();
    }

    /** "Half past four" as "half four", "twenty past four" as "four twenty"; they are no times after four. */
    private static List<String> withoutPast(List<String> words) {
        int past = words.indexOf("past");
        if (past < 1 || past == words.size() - 1) {
            return words;
        }
        int minutes = past;
        while (minutes > 0 && SpokenNumber.isNumber(words.get(minutes - 1))) {
            minutes--;
        }
        boolean half = words.get(past - 1).matches("half|quarter");
        if (minutes == past && !half) {
            return words;
        }
        List<String> before = words.subList(0, minutes);
        List<String> after = words.subList(past + 1, words.size());
        Stream<List<String>> parts = half
                ? Stream.of(before, withoutPast(after))
                : Stream.of(
                        before,
                        after.subList(0, 1),
                        words.subList(minutes, past),
                        withoutPast(after.subList(1, after.size())));
        return parts.flatMap(List::stream).toList();
    }

    /** Whether they name a part of some day ("the morning"), and no day. */
    static boolean isPartOfDay(List<String> words) {
        return dayPart(SpokenWords.without(words, NOISE)).isPresent();
    }

    private static Optional<String> dayPart(List<String> words) {
        return PARTS.value(String.join(" ", words));
    }

    private static Optional<String> range(List<String> words) {
        return IntStream.range(1, Math.max(1, words.size() - 1))
                .filter(i -> RANGE.has(words.get(i))
                        || (BEFORE.has(words.get(i))
                                && words.subList(0, i).stream().anyMatch(AFTER::has)))
                .mapToObj(i -> range(words.subList(0, i), words.subList(i + 1, words.size())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> range(List<String> start, List<String> end) {
        return time(start).flatMap(from -> time(end).map(to -> from.until(to)));
    }

    private static Optional<String> oneSided(List<String> words) {
        boolean after = words.stream().anyMatch(AFTER::has);
        boolean before = words.stream().anyMatch(BEFORE::has);
        if (after == before) {
            return Optional.empty();
        }
        List<String> rest = without(words);
        return after
                ? PARTS.value(String.join(" ", rest))
                        .map(part -> part.substring(part.indexOf('/') + 1) + "/")
                        .or(() -> time(rest).map(time -> time.asStart() + "/"))
                : PARTS.value(String.join(" ", rest))
                        .map(part -> "/" + part.replaceAll("/.*", ""))
                        .or(() -> time(rest).map(time -> "/" + time));
    }

    private static Optional<String> at(List<String> words) {
        return time(words).map(ClockTime::toString);
    }

    private static Optional<ClockTime> time(List<String> words) {
        return ClockTime.read(without(words));
    }

    private static List<String> without(List<String> words) {
        return words.stream()
                .filter(word -> !AFTER.has(word) && !BEFORE.has(word))
                .toList();
    }
}
