package dev.callsift.models.entity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Days as ISO 8601 dates, resolved against the day of the call, and intervals of them ({@code 2026-11-28/2026-11-29} for "the
 * weekend").
 *
 * <ul>
 *   <li>"friday" is the next friday after the call, "last friday" the one before it, "next friday" that of the next calendar week;
 *   <li>"the twenty second" is the next one, from the day of the call on;
 *   <li>"march the sixth" is the one that is nearest to the call;
 *   <li>"next week" is a week ({@code 2026-W49}), "next month" a month ({@code 2026-12}), since no day of it was said.
 * </ul>
 */
final class DateValue {

    private static final Lexicon LEXICON = Lexicon.english();
    private static final LexiconSection DAYS = LEXICON.section("day");
    private static final LexiconSection FEASTS = LEXICON.section("feast");
    private static final LexiconSection WEEKDAYS = LEXICON.section("weekday");
    private static final LexiconSection NOISE = LEXICON.section("date-noise");

    private final LocalDate call;
    private final List<String> words;

    private DateValue(LocalDate call, List<String> words) {
        this.call = call;
        this.words = words;
    }

    static Optional<String> of(List<String> words, LocalDate call) {
        List<String> said = SpokenWords.corrected(words);
        return one(said, call).or(() -> interval(said, call));
    }

    /** "From the third to the fifth". */
    private static Optional<String> interval(List<String> said, LocalDate call) {
        return IntStream.range(1, Math.max(1, said.size() - 1))
                .filter(i -> said.get(i).matches("to|and|till|until|or"))
                .filter(i -> !said.get(i).equals("or"))
                .mapToObj(i -> one(said.subList(0, i), call)
                        .flatMap(from -> one(said.subList(i + 1, said.size()), LocalDate.parse(from))
                                .map(to -> from + "/" + to)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> one(List<String> said, LocalDate call) {
        Optional<String> feast = FEASTS.value(String.join(" ", said)).map(day -> CalendarDay.nearest(day, call));
        Optional<String> day = feast.or(() -> DAYS.value(String.join(" ", said))
                .map(days -> call.plusDays(Integer.parseInt(days)).toString()));
        DateValue date = new DateValue(call, SpokenWords.without(said, NOISE));
        return day.or(() -> date.words.isEmpty() ? Optional.empty() : date.read());
    }

    private Optional<String> read() {
        Stream<Supplier<Optional<String>>> ways = Stream.of(
                this::relativeDay,
                this::weekday,
                () -> CalendarDay.read(words, call),
                () -> Period.read(words, call),
                this::distance);
        return ways.map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> relativeDay() {
        String said = String.join(" ", words);
        return DAYS.value(said)
                .map(days -> call.plusDays(Integer.parseInt(days)).toString())
                .or(() -> FEASTS.value(said).map(day -> CalendarDay.nearest(day, call)));
    }

    private Optional<String> weekday() {
        boolean relative = words.size() > 1 && words.getFirst().matches("next|last|this");
        String which = relative ? words.getFirst() : "this";
        int at = relative ? 1 : 0;
        int length = WEEKDAYS.lengthAt(words, at);
        List<String> rest = words.subList(at + length, words.size());
        boolean every = length > 0 && words.get(at).endsWith("days");
        if (length == 0 || every || !(rest.isEmpty() || rest.equals(List.of("week")))) {
            return Optional.empty();
        }
        String number =
                WEEKDAYS.value(String.join(" ", words.subList(at, at + length))).orElseThrow();
        LocalDate day = weekday(which, DayOfWeek.of(Integer.parseInt(number)));
        return Optional.of(day.plusWeeks(rest.size()).toString());
    }

    private LocalDate weekday(String which, DayOfWeek day) {
        return switch (which) {
            case "last" -> call.with(TemporalAdjusters.previous(day));
            case "next" -> call.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day));
            default -> call.with(TemporalAdjusters.next(day));
        };
    }

    /** "Two weeks ago", "in three days": a number, a period, and in which direction. */
    private Optional<String> distance() {
        boolean past = words.getLast().matches("ago|back|before");
        boolean future = words.size() > 2
                && words.subList(words.size() - 2, words.size()).equals(List.of("from", "now"));
        List<String> bare = words.stream()
                .filter(word -> !word.matches("ago|back|from|now|time|later"))
                .toList();
        boolean counted = bare.size() > 1;
        OptionalLong number = counted ? SpokenNumber.value(bare.subList(0, bare.size() - 1)) : OptionalLong.of(1);
        if (bare.isEmpty() || number.isEmpty() || !(past || future || counted)) {
            return Optional.empty();
        }
        return Period.plus(call, past ? -number.getAsLong() : number.getAsLong(), bare.getLast());
    }
}
