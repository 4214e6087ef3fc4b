package dev.callsift.search.query;

/** What a filter asks for. */
public sealed interface FilterValue {

    /** As typed. */
    String text();

    /** This value. */
    record Is(String value) implements FilterValue {
        @Override
        public String text() {
            return quoted(value);
        }
    }

    /** Any value that begins so; with an empty beginning, any value at all. */
    record Begins(String start) implements FilterValue {
        @Override
        public String text() {
            return start.isEmpty() ? "*" : quoted(start + "*");
        }
    }

    /** Days or weeks, first and last included; an end left open is empty. */
    record Between(String first, String last) implements FilterValue {
        @Override
        public String text() {
            return first.equals(last) ? first : first + ".." + last;
        }
    }

    /**
     * Lengths of calls, both ends included.
     *
     * @param leastMs in milliseconds
     * @param mostMs in milliseconds; {@link Long#MAX_VALUE} for no end
     */
    record Lasting(String text, long leastMs, long mostMs) implements FilterValue {}

    /** Numbers that end in these digits. */
    record Digits(String digits) implements FilterValue {
        @Override
        public String text() {
            return digits;
        }
    }

    private static String quoted(String value) {
        return value.matches("[\\p{L}\\p{N}_+.][\\p{L}\\p{N}_+.-]*\\*?") ? value : '"' + value + '"';
    }
}
