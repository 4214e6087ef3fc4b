package dev.callsift.models.entity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Weeks, weekends, months and years, and their ends: "next week", "the weekend", "end of the month", "june". */
final class Period {

    private static final LexiconSection PERIODS = Lexicon.english().section("period");
    private static final LexiconSection MONTHS = Lexicon.english().section("month");
    private static final DateTimeFormatter WEEK =
            DateTimeFormatter.ofPattern("YYYY-'W'ww", Locale.forLanguageTag("en-GB"));

    private Period() {}

    /** @param words without prepositions and articles */
    static Optional<String> read(List<String> words, LocalDate call) {
        String first = words.getFirst();
        boolean end = first.equals("end");
        boolean start = first.matches("start|beginning|first") && words.size() > 1;
        if (end || start) {
            return month(words.subList(1, words.size()), start ? call.plusMonths(1) : call, call)
                    .map(month -> end ? month.atEndOfMonth() : month.atDay(1))
                    .map(LocalDate::toString);
        }
        return month(words, call, call)
                .filter(month -> words.size() > 1 || MONTHS.has(first))
                .map(YearMonth::toString)
                .or(() -> week(words, call));
    }

    /** @param base a day of the month that "the month" means */
    private static Optional<YearMonth> month(List<String> words, LocalDate base, LocalDate call) {
        String which = words.size() == 2 ? words.getFirst() : "";
        String name = words.isEmpty() ? "" : words.getLast();
        if (words.size() > 2 || !(which.isEmpty() || which.matches("next|last|this"))) {
            return Optional.empty();
        }
        if (name.equals("month")) {
            return Optional.of(
                    which.isEmpty()
                            ? YearMonth.from(base)
                            : YearMonth.from(call).plusMonths(step(which)));
        }
        return MONTHS.value(name).map(number -> named(Integer.parseInt(number), which, YearMonth.from(call)));
    }

    private static YearMonth named(int number, String which, YearMonth now) {
        YearMonth month = now.withMonth(number);
        boolean last = which.equals("last");
        if (last) {
            return month.isBefore(now) ? month : month.minusYears(1);
        }
        return month.isBefore(now) ? month.plusYears(1) : month;
    }

    private static int step(String which) {
        return switch (which) {
            case "next" -> 1;
            case "last" -> -1;
            default -> 0;
        };
    }

    private static Optional<String> week(List<String> words, LocalDate call) {
        String period = PERIODS.value(words.getLast()).orElse("");
        String which = words.size() == 2 ? words.getFirst() : "this";
        boolean known = words.size() <= 2
                && which.matches("next|last|this")
                && !words.getLast().endsWith("s");
        if (!known || (words.size() == 1 && !period.equals("weekend"))) {
            return Optional.empty();
        }
        LocalDate day = call.plusWeeks(step(which));
        return switch (period) {
            case "week" -> Optional.of(WEEK.format(day));
            case "weekend" -> Optional.of(weekend(day));
            case "year" -> Optional.of(Integer.toString(call.getYear() + step(which)));
            default -> Optional.empty();
        };
    }

    private static String weekend(LocalDate day) {
        LocalDate saturday =
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(5);
        return saturday + "/" + saturday.plusDays(1);
    }

    /** @param unit for example {@code weeks} */
    static Optional<String> plus(LocalDate call, long number, String unit) {
        return switch (PERIODS.value(unit).orElse("")) {
            case "day" -> Optional.of(call.plusDays(number).toString());
            case "week" -> Optional.of(call.plusWeeks(number).toString());
            case "month" -> Optional.of(call.plusMonths(number).toString());
            default -> Optional.empty();
        };
    }
}
