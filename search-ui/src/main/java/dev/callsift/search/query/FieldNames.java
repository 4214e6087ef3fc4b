package dev.callsift.search.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that stand before a colon. */
public final class FieldNames {

    /** All of them, those for words first. */
    public static final List<String> ALL = Stream.concat(
                    Stream.of("customer", "agent", "first", "last"),
                    Arrays.stream(FilterField.values()).map(FilterField::key))
            .toList();

    private FieldNames() {}

    /** What to say of a name that is none of them. */
    static String unknown(String typed) {
        String name = typed.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(known -> alike(known, name))
                .findFirst()
                .map(known -> "'" + typed + ":' is not known; did you mean " + known + ":")
                .orElseGet(() -> "'" + typed + ":' is not known; there are "
                        + ALL.stream().map(known -> known + ":").collect(Collectors.joining(" ")));
    }

    /** Whether one begins the other, or they differ in one letter: missing, added, changed, or two changed places. */
    private static boolean alike(String known, String typed) {
        if (typed.length() < 3) {
            return false;
        }
        return known.startsWith(typed) || typed.startsWith(known) || oneLetterOff(known, typed);
    }

    private static boolean oneLetterOff(String a, String b) {
        int start = 0;
        while (start < Math.min(a.length(), b.length()) && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        String restA = a.substring(start);
        String restB = b.substring(start);
        boolean missing = restA.length() == restB.length() + 1 && restA.endsWith(restB);
        boolean added = restB.length() == restA.length() + 1 && restB.endsWith(restA);
        boolean same = restA.length() == restB.length() && !restA.isEmpty();
        return missing || added || (same && (changed(restA, restB) || swapped(restA, restB)));
    }

    private static boolean changed(String a, String b) {
        return a.substring(1).equals(b.substring(1));
    }

    private static boolean swapped(String a, String b) {
        return a.length() > 1
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && a.substring(2).equals(b.substring(2));
    }
}
