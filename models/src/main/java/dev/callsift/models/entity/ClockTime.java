package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A time as it is spoken: "half past four", "two thirty", "nine p m". Without "morning", "evening", "a m" or "p m", one to seven are
 * in the afternoon, eight to twelve in the morning and at noon; "after eight" is in the evening.
 *
 * @param minutes since midnight, as far as said
 * @param sure whether the half of the day was said, or follows from the hour
 */
record ClockTime(int minutes, boolean sure) {

    private static final LexiconSection HALF_DAYS = Lexicon.english().section("half-day");
    private static final int HOUR = 60;
    private static final int HALF_DAY = 12 * HOUR;
    private static final int DAY = 2 * HALF_DAY;
    private static final int NOON_HOUR = 12;
    private static final int LAST_AFTERNOON_HOUR = 7;

    /** @param words without prepositions */
    static Optional<ClockTime> read(List<String> words) {
        Optional<String> half = Optional.empty();
        List<String> clock = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int length = HALF_DAYS.lengthAt(words, i);
            if (length == 0) {
                clock.add(words.get(i));
            } else {
                half = HALF_DAYS.value(String.join(" ", words.subList(i, i + length)));
                i += length - 1;
            }
        }
        Optional<String> known = clock.contains("midnight") ? Optional.of("am") : half;
        return minutes(clock).map(minutes -> known.map(said -> inHalf(minutes, said.equals("pm")))
                .orElseGet(() -> usual(minutes)));
    }

    private static ClockTime inHalf(int minutes, boolean afternoon) {
        int inHalf = minutes / HOUR > NOON_HOUR ? minutes : minutes % HALF_DAY + (afternoon ? HALF_DAY : 0);
        return new ClockTime(inHalf, true);
    }

    private static ClockTime usual(int minutes) {
        int hour = minutes / HOUR;
        boolean afternoon = minutes > 0 && hour <= LAST_AFTERNOON_HOUR;
        return new ClockTime(afternoon ? minutes + HALF_DAY : minutes, hour > NOON_HOUR || minutes == 0);
    }

    /** Minutes on the clock's face, or of the day where the hour is above twelve. */
    private static Optional<Integer> minutes(List<String> clock) {
        if (clock.isEmpty()) {
            return Optional.empty();
        }
        boolean half = clock.getFirst().equals("half");
        boolean quarter = clock.getFirst().equals("quarter");
        if (half) {
            return hourAndMinute(withoutLeading(clock, "past")).map(minutes -> minutes + HOUR / 2);
        } else if (quarter) {
            boolean to = clock.size() > 2 && clock.get(1).equals("to");
            return hourAndMinute(withoutLeading(clock, to ? "to" : "past"))
                    .map(minutes -> to ? minutes - HOUR / 4 : minutes + HOUR / 4);
        }
        return hourAndMinute(clock);
    }

    private static List<String> withoutLeading(List<String> clock, String preposition) {
        List<String> rest = clock.subList(1, clock.size());
        return !rest.isEmpty() && rest.getFirst().equals(preposition) ? rest.subList(1, rest.size()) : rest;
    }

    private static Optional<Integer> hourAndMinute(List<String> words) {
        if (String.join(" ", words).matches("noon|midday|twelve noon")) {
            return Optional.of(HALF_DAY);
        } else if (words.equals(List.of("midnight"))) {
            return Optional.of(0);
        }
        List<String> groups = SpokenNumber.groups(SpokenNumber.right(words))
                .filter(all -> all.size() <= 2)
                .orElse(List.of());
        OptionalLong hour = number(groups, 0, 24);
        OptionalLong minute = number(groups, 1, HOUR - 1);
        return hour.isPresent() && minute.isPresent()
                ? Optional.of((int) (hour.getAsLong() * HOUR + minute.getAsLong()) % DAY)
                : Optional.empty();
    }

    private static OptionalLong number(List<String> groups, int index, int highest) {
        if (index >= groups.size()) {
            return groups.isEmpty() ? OptionalLong.empty() : OptionalLong.of(0);
        }
        String group = groups.get(index);
        boolean fits = group.length() <= 2 && Integer.parseInt(group) <= highest;
        return fits ? OptionalLong.of(Integer.parseInt(group)) : OptionalLong.empty();
    }

    /** As the beginning of an open interval. */
    ClockTime asStart() {
        boolean eight = !sure && minutes / HOUR == LAST_AFTERNOON_HOUR + 1;
        return eight ? new ClockTime(minutes + HALF_DAY, false) : this;
    }

    /** The interval to a later time, which says in which half of the day this is, and the other way round. */
    String until(ClockTime end) {
        int from = minutes;
        int to = end.minutes;
        if (end.sure && !sure) {
            from = latestBefore(to);
        } else if (to <= from && !end.sure && to + HALF_DAY < DAY) {
            to += HALF_DAY;
        }
        return new ClockTime(from, true) + "/" + new ClockTime(to, true);
    }

    private int latestBefore(int end) {
        int face = minutes % HALF_DAY;
        return face + HALF_DAY < end ? face + HALF_DAY : face;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / HOUR, minutes % HOUR);
    }
}
