package dev.callsift.search.query;

import dev.callsift.search.query.FilterValue.Begins;
import dev.callsift.search.query.FilterValue.Between;
import dev.callsift.search.query.FilterValue.Digits;
import dev.callsift.search.query.FilterValue.Is;
import dev.callsift.search.query.FilterValue.Lasting;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of filters, and says how each is written. */
final class FilterValues {

    static final String UNKNOWN = "unknown";

    private static final int FEWEST_DIGITS = 3;
    private static final Set<String> DIRECTIONS = Set.of("inbound", "outbound", "internal", UNKNOWN);
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d{1,2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile("(>=|<=|>|<)(.+)");
    private static final Pattern RANGE = Pattern.compile("(.*?)\\.\\.(.*)");

    private FilterValues() {}

    /** Empty when it cannot be read. */
    static Optional<FilterValue> read(FilterField field, String typed) {
        String value = typed.strip();
        return switch (field.kind()) {
            case VALUE -> word(value.toLowerCase(Locale.ROOT));
            case NAME -> word(value);
            case DIRECTION -> direction(value.toLowerCase(Locale.ROOT));
            case WEEK ->
                value.equalsIgnoreCase(UNKNOWN) ? Optional.of(new Is(UNKNOWN)) : range(value, FilterValues::week);
            case DATE -> range(value, FilterValues::day);
            case DURATION -> duration(value);
            case NUMBER -> number(value);
            case ORDER -> order(value);
        };
    }

    /** How a value is written, for whoever got it wrong. */
    static String advice(FilterField field) {
        return switch (field.kind()) {
            case VALUE -> field.key() + ": takes a code, such as " + field.key() + ":" + example(field);
            case NAME -> field.key() + ": takes a name, in quotation marks where it has spaces";
            case DIRECTION -> "direction: is inbound, outbound, internal or unknown";
            case WEEK -> "a week is written week:2026-W46, several week:2026-W40..2026-W46";
            case DATE -> "a day is written date:2026-11-07, several date:2026-11-01..2026-11-07";
            case DURATION -> "a duration is written duration:>5m, duration:<90s or duration:2m..5m";
            case ORDER -> "order: takes the number of an order, such as order:CS-44119, or unknown";
            case NUMBER -> "number: takes the last " + FEWEST_DIGITS + " or more digits of a number";
        };
    }

    private static String example(FilterField field) {
        return switch (field) {
            case MODIFY -> "size";
            case OUTCOME -> "saved";
            case TOPIC -> "callback";
            default -> "price";
        };
    }

    private static Optional<FilterValue> word(String value) {
        boolean starred = value.endsWith("*");
        String bare = starred ? value.substring(0, value.length() - 1) : value;
        if (bare.contains("*") || (bare.isEmpty() && !starred)) {
            return Optional.empty();
        }
        return Optional.of(starred ? new Begins(bare) : new Is(bare));
    }

    private static Optional<FilterValue> direction(String value) {
        return DIRECTIONS.contains(value) ? Optional.of(new Is(value)) : Optional.empty();
    }

    /** @param written puts one end as it stands in the index, or throws a {@link DateTimeException} */
    private static Optional<FilterValue> range(String value, UnaryOperator<String> written) {
        Matcher range = RANGE.matcher(value);
        String first = range.matches() ? range.group(1) : value;
        String last = range.matches() ? range.group(2) : value;
        try {
            Between read = new Between(open(first, written), open(last, written));
            boolean empty = read.first().isEmpty() && read.last().isEmpty();
            boolean backwards = !read.last().isEmpty() && read.first().compareTo(read.last()) > 0;
            return empty || backwards ? Optional.empty() : Optional.of(read);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String open(String end, UnaryOperator<String> written) {
        return end.isEmpty() ? "" : written.apply(end);
    }

    private static String day(String typed) {
        return LocalDate.parse(typed).toString();
    }

    private static String week(String typed) {
        Matcher week = WEEK.matcher(typed);
        if (!week.matches()) {
            throw new DateTimeException("no week: " + typed);
        }
        int year = Integer.parseInt(week.group(1));
        int number = Integer.parseInt(week.group(2));
        LocalDate inYear = LocalDate.of(Math.max(1, year), 1, 4);
        IsoFields.WEEK_OF_WEEK_BASED_YEAR
                .rangeRefinedBy(inYear)
                .checkValidValue(number, IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return String.format(Locale.ROOT, "%04d-W%02d", year, number);
    }

    private static Optional<FilterValue> duration(String value) {
        Matcher compared = DURATION.matcher(value);
        if (compared.matches()) {
            OptionalLong ms = Lengths.read(compared.group(2));
            return ms.isEmpty() ? Optional.empty() : Optional.of(compared(value, compared.group(1), ms.getAsLong()));
        }
        Matcher range = RANGE.matcher(value);
        return range.matches() ? between(value, range.group(1), range.group(2)) : Optional.empty();
    }

    private static FilterValue compared(String text, String sign, long ms) {
        return switch (sign) {
            case ">" -> new Lasting(text, ms + 1, Long.MAX_VALUE);
            case ">=" -> new Lasting(text, ms, Long.MAX_VALUE);
            case "<" -> new Lasting(text, 0, ms - 1);
            default -> new Lasting(text, 0, ms);
        };
    }

    private static Optional<FilterValue> between(String text, String first, String last) {
        OptionalLong least = first.isEmpty() ? OptionalLong.of(0) : Lengths.read(first);
        OptionalLong most = last.isEmpty() ? OptionalLong.of(Long.MAX_VALUE) : Lengths.read(last);
        boolean read = least.isPresent() && most.isPresent() && least.getAsLong() <= most.getAsLong();
        return read && !(first + last).isEmpty()
                ? Optional.of(new Lasting(text, least.getAsLong(), most.getAsLong()))
                : Optional.empty();
    }

    /** As orders are numbered in the index: letters and digits, in capitals. */
    private static Optional<FilterValue> order(String value) {
        if (value.equalsIgnoreCase(UNKNOWN)) {
            return Optional.of(new Is(UNKNOWN));
        }
        boolean starred = value.endsWith("*");
        String plain = value.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        if (plain.isEmpty() && !starred) {
            return Optional.empty();
        }
        return Optional.of(starred ? new Begins(plain) : new Is(plain));
    }

    private static Optional<FilterValue> number(String value) {
        if (value.equalsIgnoreCase(UNKNOWN)) {
            return Optional.of(new Is(UNKNOWN));
        }
        String digits = value.replaceAll("\\D", "");
        boolean others = value.chars().anyMatch(Character::isLetter);
        return others || digits.length() < FEWEST_DIGITS ? Optional.empty() : Optional.of(new Digits(digits));
    }
}
