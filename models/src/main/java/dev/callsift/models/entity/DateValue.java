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
    private static final List<String> NEXT_WEEK = List.of("next", "week");

    /** Of {@code 2026-11-28}. */
    private static final int DAY_LENGTH = 10;

    private final LocalDate call;
    private final List<String> said;
    private final List<String> words;

    private DateValue(LocalDate call, List<String> said) {
        this.call = call;
        this.said = said;
        this.words = SpokenWords.without(said, NOISE);
    }

    static Optional<String> of(List<String> words, LocalDate call) {
        List<String> said = SpokenWords.corrected(words);
        return read(said, call).or(() -> read(withoutPossessive(said), call));
    }

    private static Optional<String> read(List<String> said, LocalDate call) {
        return one(said, call).or(() -> interval(said, call));
    }

    /** "Friday's (fine)". */
    private static List<String> withoutPossessive(List<String> words) {
        return Stream.concat(
                        words.stream().limit(words.size() - 1L),
                        Stream.of(words.getLast().replaceFirst("'s$", "")))
                .toList();
    }

    /** "From the third to the fifth". */
    private static Optional<String> interval(List<String> said, LocalDate call) {
        return IntStream.range(1, Math.max(1, said.size() - 1))
                .filter(i -> said.get(i).matches("to|and|till|until"))
                .mapToObj(i -> day(said.subList(0, i), call).flatMap(from -> day(said.subList(i + 1, said.size()), from)
                        .map(to -> from + "/" + to)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A day, of a weekend the first; empty for what has no day, like a month. */
    private static Optional<LocalDate> day(List<String> said, LocalDate call) {
        return one(said, call)
                .filter(value -> value.length() >= DAY_LENGTH)
                .map(value -> LocalDate.parse(value.substring(0, DAY_LENGTH)));
    }

    private static Optional<String> one(List<String> said, LocalDate call) {
        Optional<String> feast = FEASTS.value(String.join(" ", said)).map(day -> CalendarDay.nearest(day, call));
        Optional<String> day = feast.or(() -> DAYS.value(String.join(" ", said))
                .map(days -> call.plusDays(Integer.parseInt(days)).toString()));
        DateValue date = new DateValue(call, said);
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
        List<String> words = weekLast();
        boolean relative = words.size() > 1 && words.getFirst().matches("next|last|this");
        String which = relative ? words.getFirst() : "this";
        int at = relative ? 1 : 0;
        int length = WEEKDAYS.lengthAt(words, at);
        List<String> rest = words.subList(at + length, words.size());
        boolean every = length > 0 && words.get(at).endsWith("days");
        boolean inNextWeek = rest.equals(NEXT_WEEK);
        if (length == 0 || every || !(rest.isEmpty() || inNextWeek || rest.equals(List.of("week")))) {
            return Optional.empty();
        }
        String number =
                WEEKDAYS.value(String.join(" ", words.subList(at, at + length))).orElseThrow();
        LocalDate day = weekday(inNextWeek ? "next" : which, DayOfWeek.of(Integer.parseInt(number)));
        return Optional.of(day.plusWeeks(rest.size() == 1 ? 1 : 0).toString());
    }

    /** "Next week friday" as "friday next week". */
    private List<String> weekLast() {
        return words.size() > 2 && words.subList(0, 2).equals(NEXT_WEEK)
                ? Stream.concat(words.stream().skip(2), NEXT_WEEK.stream()).toList()
                : words;
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
        boolean past = said.getLast().matches("ago|back|before");
        boolean future = said.getFirst().equals("in") || said.getLast().equals("now");
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
