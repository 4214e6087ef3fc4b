package dev.callsift.models.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Days of a month: "the twenty second", "march the sixth", "monday the second", "the eighteenth of last month". */
final class CalendarDay {

    private static final LexiconSection ORDINALS = Lexicon.english().section("ordinal");
    private static final LexiconSection MONTHS = Lexicon.english().section("month");
    private static final LexiconSection WEEKDAYS = Lexicon.english().section("weekday");
    private static final int LONGEST_WAIT = 12;

    private Optional<Integer> day = Optional.empty();
    private Optional<Integer> month = Optional.empty();
    private Optional<YearMonth> yearMonth = Optional.empty();
    private final List<String> rest = new ArrayList<>();

    private CalendarDay() {}

    /** @param words without prepositions and articles */
    static Optional<String> read(List<String> words, LocalDate call) {
        CalendarDay date = new CalendarDay();
        for (int i = 0; i < words.size(); ) {
            i += date.take(words, i, call);
        }
        try {
            return date.resolve(call);
        } catch (DateTimeException e) {
            return Optional.empty(); // the thirty first of a month of thirty days was misheard
        }
    }

    /** @param monthDay for example {@code 12-25} */
    static String nearest(String monthDay, LocalDate call) {
        return nearest(MonthDay.parse("--" + monthDay), call).toString();
    }

    private int take(List<String> words, int at, LocalDate call) {
        int ordinal = ORDINALS.lengthAt(words, at);
        int named = MONTHS.lengthAt(words, at);
        int weekday = WEEKDAYS.lengthAt(words, at);
        if (ordinal > 0 && day.isEmpty()) {
            day = ORDINALS.value(String.join(" ", words.subList(at, at + ordinal)))
                    .map(Integer::valueOf);
            return ordinal;
        } else if (named > 0 && month.isEmpty()) {
            month = MONTHS.value(words.get(at)).map(Integer::valueOf);
            return named;
        } else if (weekday > 0) {
            return weekday; // the day of the month says more
        } else if (at + 1 < words.size() && words.get(at + 1).equals("month")) {
            yearMonth = relativeMonth(words.get(at), call);
            return yearMonth.isPresent() ? 2 : add(words.get(at));
        }
        return words.get(at).equals("month") ? 1 : add(words.get(at));
    }

    private int add(String word) {
        rest.add(word);
        return 1;
    }

    private static Optional<YearMonth> relativeMonth(String which, LocalDate call) {
        return switch (which) {
            case "next" -> Optional.of(YearMonth.from(call).plusMonths(1));
            case "last" -> Optional.of(YearMonth.from(call).minusMonths(1));
            case "this" -> Optional.of(YearMonth.from(call));
            default -> Optional.empty();
        };
    }

    private Optional<String> resolve(LocalDate call) {
        Optional<Integer> year = year();
        if (day.isEmpty() && month.isPresent()) {
            day = number(rest).filter(number -> number <= 31);
            year = Optional.empty();
        } else if (!rest.isEmpty() && year.isEmpty()) {
            return Optional.empty();
        }
        if (day.isEmpty()) {
            return Optional.empty();
        }
        int number = day.get();
        if (month.isPresent()) {
            MonthDay monthDay = MonthDay.of(month.get(), number);
            return Optional.of(year.map(monthDay::atYear)
                    .orElseGet(() -> nearest(monthDay, call))
                    .toString());
        }
        return yearMonth
                .map(known -> known.atDay(number))
                .or(() -> next(number, call))
                .map(LocalDate::toString);
    }

    private Optional<Integer> year() {
        return number(rest).filter(number -> number >= 1900 && number < 2100);
    }

    private static Optional<Integer> number(List<String> words) {
        OptionalLong value = SpokenNumber.value(words);
        return value.isPresent() && value.getAsLong() < Integer.MAX_VALUE
                ? Optional.of((int) value.getAsLong())
                : Optional.empty();
    }

    private static LocalDate nearest(MonthDay day, LocalDate call) {
        return Stream.of(-1, 0, 1)
                .map(years -> day.atYear(call.getYear() + years))
                .min(Comparator.comparing(date -> Math.abs(ChronoUnit.DAYS.between(call, date))))
                .orElseThrow();
    }

    private static Optional<LocalDate> next(int day, LocalDate call) {
        return IntStream.range(0, LONGEST_WAIT)
                .mapToObj(YearMonth.from(call)::plusMonths)
                .filter(month -> month.isValidDay(day))
                .map(month -> month.atDay(day))
                .filter(date -> !date.isBefore(call))
                .findFirst();
    }
}
