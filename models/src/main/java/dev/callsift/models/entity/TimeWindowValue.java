package dev.callsift.models.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
    private static final LexiconSection RANGE = LEXICON.section("time-range");
    private static final LexiconSection PARTS = LEXICON.section("day-part");

    private TimeWindowValue() {}

    /** Whether a word before a time says that it ends or begins an interval: "after five". */
    static boolean isBound(String word) {
        return AFTER.has(word) || BEFORE.has(word);
    }

    static Optional<String> of(List<String> words) {
        List<String> said = SpokenWords.corrected(words);
        List<String> bare = withoutPast(SpokenWords.without(said, NOISE));
        return dayPart(bare).or(() -> range(bare)).or(() -> oneSided(bare)).or(() -> at(bare));
    }

    /** "Half past four" is no time after four. */
    private static List<String> withoutPast(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(i -> i == 0
                        || !words.get(i).equals("past")
                        || !words.get(i - 1).matches("half|quarter"))
                .mapToObj(words::get)
                .toList();
    }

    private static Optional<String> dayPart(List<String> words) {
        return PARTS.value(String.join(" ", words));
    }

    private static Optional<String> range(List<String> words) {
        return IntStream.range(1, Math.max(1, words.size() - 1))
                .filter(i -> RANGE.has(words.get(i)))
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
